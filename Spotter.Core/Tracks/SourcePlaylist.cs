namespace Spotter.Core.Tracks;

/// <summary>A playlist of a source with all its tracks, in order.</summary>
/// <param name="Summary">What the source says about it.</param>
/// <param name="Tracks">Its tracks, in order. Repeated tracks stay repeated.</param>
public sealed record SourcePlaylist(SourcePlaylistSummary Summary, IReadOnlyList<SourceTrack> Tracks);
