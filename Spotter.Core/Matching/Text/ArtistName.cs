namespace Spotter.Core.Matching.Text;

/// <summary>A name that an artist line may hold.</summary>
/// <param name="Key">The name as a key, without "the".</param>
/// <param name="LatinKey">The name in Latin letters, or null where it is written in them.</param>
/// <param name="Part">How it was taken from the line.</param>
public sealed record ArtistName(string Key, string? LatinKey, ArtistNamePart Part)
{
    /// <summary>Whether the credit names it as a guest ("feat. Ann Ash"): whom two songs have as their guest says nothing about whose they are.</summary>
    public bool IsGuest { get; init; }
}
