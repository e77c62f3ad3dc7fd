namespace Spotter.Web.Components.Pages.Settings;

/// <summary>How much of what a source's playlists want the library has.</summary>
/// <param name="Source">The kind of the source.</param>
/// <param name="Playlists">The number of its playlists that were matched at least once.</param>
/// <param name="Matched">Their tracks that are matched. A track counts in every playlist that wants it.</param>
/// <param name="Review">Their tracks that wait for a decision.</param>
/// <param name="Missing">Their tracks that the library lacks.</param>
public sealed record SourceCoverage(string Source, int Playlists, int Matched, int Review, int Missing)
{
    public int Total => Matched + Review + Missing;

    /// <summary>The percentage matched, 0 to 100.</summary>
    public double Percent => Total == 0 ? 0 : 100.0 * Matched / Total;
}
