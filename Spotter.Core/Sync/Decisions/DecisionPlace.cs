namespace Spotter.Core.Sync.Decisions;

/// <summary>A playlist in which a decision counts, because it holds the track.</summary>
/// <param name="PlaylistId">The playlist.</param>
/// <param name="Name">Its name, as the user gave it.</param>
public sealed record DecisionPlace(int PlaylistId, string Name);
