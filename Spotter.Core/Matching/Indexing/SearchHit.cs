namespace Spotter.Core.Matching.Indexing;

/// <summary>A song that a search found. The best sorts first: by rank, then by the shortest title, then in an order that does not depend on the library's.</summary>
/// <param name="Part">Where it stands.</param>
/// <param name="Number">Its place there.</param>
/// <param name="Rank">How well it fits.</param>
/// <param name="Length">Of its title.</param>
/// <param name="IdHash">Stands for its id.</param>
internal readonly record struct SearchHit(SongTable Part, int Number, int Rank, int Length, ulong IdHash) : IComparable<SearchHit>
{
    public int CompareTo(SearchHit other)
    {
        var order = other.Rank.CompareTo(Rank);
        order = order != 0 ? order : Length.CompareTo(other.Length);
        return order != 0 ? order : IdHash.CompareTo(other.IdHash);
    }
}
