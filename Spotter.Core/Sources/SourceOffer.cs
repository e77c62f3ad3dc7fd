using Spotter.Core.Tracks;


namespace Spotter.Core.Sources;

/// <summary>A playlist that a source lists, and whether it is in Spotter already.</summary>
/// <param name="Summary">What the source says of it.</param>
/// <param name="PlaylistId">Our playlist, or null.</param>
/// <param name="IsWanted">Whether it is chosen and will be read soon.</param>
public sealed record SourceOffer(SourcePlaylistSummary Summary, int? PlaylistId, bool IsWanted);
