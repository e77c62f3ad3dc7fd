using Spotter.Core.Tracks;


namespace Spotter.Core.Sources;

/// <summary>A playlist that a source lists, and whether it is already in Spotter.</summary>
/// <param name="Summary">What the source says about it.</param>
/// <param name="PlaylistId">Spotter's playlist, or null.</param>
/// <param name="IsWanted">Whether it was chosen and will be read soon.</param>
public sealed record SourceOffer(SourcePlaylistSummary Summary, int? PlaylistId, bool IsWanted);
