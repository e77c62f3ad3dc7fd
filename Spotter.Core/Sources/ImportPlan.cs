namespace Spotter.Core.Sources;

/// <summary>What storing a source's playlist would change, before it does.</summary>
/// <param name="PlaylistId">The playlist that it updates, or null where it is new.</param>
/// <param name="Name">Its name.</param>
/// <param name="TrackCount">Tracks it would have.</param>
/// <param name="Added">Tracks that come.</param>
/// <param name="Removed">Tracks that go.</param>
/// <param name="Moved">Tracks that change their place.</param>
/// <param name="RemovesTooMuch">Whether that is more than may vanish without asking.</param>
public sealed record ImportPlan(int? PlaylistId, string Name, int TrackCount, int Added, int Removed, int Moved, bool RemovesTooMuch)
{
    /// <summary>Titles of what comes, at most fifty.</summary>
    public IReadOnlyList<string> AddedTitles { get; init; } = [];

    /// <summary>Titles of what goes, at most fifty.</summary>
    public IReadOnlyList<string> RemovedTitles { get; init; } = [];

    /// <summary>Whether a new playlist is made.</summary>
    public bool IsNew => PlaylistId is null;
}
