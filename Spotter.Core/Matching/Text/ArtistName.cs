namespace Spotter.Core.Matching.Text;

/// <summary>A name in an artist line.</summary>
/// <param name="Key">The name as a key, without "the".</param>
/// <param name="LatinKey">The name in Latin letters, or null if it is already written in them.</param>
/// <param name="Part">How it was taken from the line.</param>
public sealed record ArtistName(string Key, string? LatinKey, ArtistNamePart Part)
{
    /// <summary>Whether the credit names a guest ("feat. Ann Ash"): a guest in common does not make two songs the same artist's.</summary>
    public bool IsGuest { get; init; }
}
