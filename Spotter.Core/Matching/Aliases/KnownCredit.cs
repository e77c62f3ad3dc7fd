namespace Spotter.Core.Matching.Aliases;

/// <summary>An artist as a recording credits them.</summary>
/// <param name="Name">The name on this recording.</param>
/// <param name="ArtistMbid">The MusicBrainz artist id (lower-case UUID).</param>
/// <param name="ArtistName">The artist's name in the catalogue.</param>
/// <param name="SortName">The name for sorting ("Fujii, Kaze"), in Latin letters whatever the artist's script.</param>
/// <param name="IsGuest">Whether the credit comes after "feat.".</param>
public sealed record KnownCredit(string Name, string ArtistMbid, string ArtistName, string SortName, bool IsGuest)
{
    /// <summary>The names that the credit itself contains.</summary>
    internal IEnumerable<string> Names => [Name, ArtistName, .. SortedName.Readings(ArtistName, SortName)];
}
