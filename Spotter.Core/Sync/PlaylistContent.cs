using Spotter.Core.Catalogue;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>A playlist as a run reads it: its row, its tracks in order, and the user's decisions about them.</summary>
/// <param name="Playlist">The row, detached.</param>
/// <param name="Tracks">Its tracks in order, detached.</param>
/// <param name="Decisions">The user's decisions by track key.</param>
/// <param name="Written">What Spotter last wrote to its target, or null if nothing.</param>
public sealed record PlaylistContent(
    Playlist Playlist, IReadOnlyList<PlaylistTrack> Tracks, ILookup<string, TrackDecision> Decisions, WrittenTarget? Written)
{
    /// <summary>The ids of the rows that were in review or without a match before.</summary>
    public IReadOnlySet<long> UnmatchedTrackIds { get; } = Tracks.Where(track => track.Zone is MatchZone.Review or MatchZone.None).Select(track => track.Id).ToHashSet();

    /// <summary>The songs by which the target can be recognised: the ones last written, otherwise the matched ones.</summary>
    internal IReadOnlyList<Song> KnownSongs => Written is { Songs.Count: > 0 }
        ? [.. Written.Songs.Select(row => row.Song)]
        : [.. Tracks.Where(track => track is { Zone: MatchZone.Auto, Song: not null }).Select(track => track.Song!)];

    /// <summary>What the catalogue knows about its tracks.</summary>
    public CatalogueKnowledge Known { get; init; } = CatalogueKnowledge.None;

    /// <summary>The tracks about which decisions have changed since a run matched their rows.</summary>
    internal IReadOnlySet<string> ToMatch { get; init; } = new HashSet<string>();

    /// <summary>The query to the matcher for one row.</summary>
    public MatchQuery QueryFor(PlaylistTrack track)
    {
        var source = track.SourceTrack;
        return new(source, [.. Decisions[track.Key]]) { Aliases = Known.AliasesOf(source), Allows = Playlist.Allows };
    }
}
