using Spotter.Core.Matching;
using Spotter.Core.Playlists;

namespace Spotter.Core.Sync;

/// <summary>A playlist as a run reads it: its row, its tracks in order, and what the user has decided about them.</summary>
/// <param name="Playlist">The row, detached.</param>
/// <param name="Tracks">Its tracks in order, detached.</param>
/// <param name="Decisions">The user's decisions by track key.</param>
public sealed record PlaylistContent(Playlist Playlist, IReadOnlyList<PlaylistTrack> Tracks, ILookup<string, TrackDecision> Decisions)
{
    /// <summary>What the matcher is asked for one row.</summary>
    public MatchQuery QueryFor(PlaylistTrack track) => new(track.ToSourceTrack(), [.. Decisions[track.Key]]);
}
