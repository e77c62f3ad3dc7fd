namespace Spotter.Core.Sources;

/// <summary>What storing a source's playlist would change.</summary>
/// <param name="PlaylistId">The playlist that it updates, or null if it is new.</param>
/// <param name="Name">Its name.</param>
/// <param name="TrackCount">The number of tracks it would have.</param>
/// <param name="Added">The number of tracks that are added.</param>
/// <param name="Removed">The number of tracks that are removed.</param>
/// <param name="Moved">The number of tracks that change their position.</param>
/// <param name="RemovesTooMuch">Whether more is removed than allowed without asking.</param>
public sealed record ImportPlan(int? PlaylistId, string Name, int TrackCount, int Added, int Removed, int Moved, bool RemovesTooMuch)
{
    /// <summary>Titles of added tracks, at most fifty.</summary>
    public IReadOnlyList<string> AddedTitles { get; init; } = [];

    /// <summary>Titles of removed tracks, at most fifty.</summary>
    public IReadOnlyList<string> RemovedTitles { get; init; } = [];

    /// <summary>Whether a new playlist is created.</summary>
    public bool IsNew => PlaylistId is null;
}
