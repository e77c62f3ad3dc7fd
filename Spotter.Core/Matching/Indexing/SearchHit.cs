namespace Spotter.Core.Matching.Indexing;

/// <summary>A song that a search found. The best sorts first: by rank, then by the shortest title, then in an order that does not depend on
/// the library's.</summary>
/// <param name="Part">Its table.</param>
/// <param name="Number">Its position in the table.</param>
/// <param name="Rank">How well it fits.</param>
/// <param name="Length">The length of its title.</param>
/// <param name="IdHash">A hash of its id.</param>
internal readonly record struct SearchHit(SongTable Part, int Number, int Rank, int Length, ulong IdHash) : IComparable<SearchHit>
{
    public int CompareTo(SearchHit other)
    {
        var order = other.Rank.CompareTo(Rank);
        order = order != 0 ? order : Length.CompareTo(other.Length);
        return order != 0 ? order : IdHash.CompareTo(other.IdHash);
    }
}
