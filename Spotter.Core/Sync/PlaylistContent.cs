using Spotter.Core.Catalogue;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>A playlist as a run reads it: its row, its tracks in order, and what the user has decided about them.</summary>
/// <param name="Playlist">The row, detached.</param>
/// <param name="Tracks">Its tracks in order, detached.</param>
/// <param name="Decisions">The user's decisions by track key.</param>
/// <param name="Written">What we left in its target, or null where there is none.</param>
public sealed record PlaylistContent(
    Playlist Playlist, IReadOnlyList<PlaylistTrack> Tracks, ILookup<string, TrackDecision> Decisions, WrittenTarget? Written)
{
    /// <summary>The rows that were looked for in vain before.</summary>
    public IReadOnlySet<long> UnmatchedTrackIds { get; } = Tracks.Where(track => track.Zone is MatchZone.Review or MatchZone.None).Select(track => track.Id).ToHashSet();

    /// <summary>The songs that the target held, to know it by: those that we left, else those that were matched.</summary>
    internal IReadOnlyList<Song> KnownSongs => Written is { Songs.Count: > 0 }
        ? [.. Written.Songs.Select(row => row.Song)]
        : [.. Tracks.Where(track => track is { Zone: MatchZone.Auto, Song: not null }).Select(track => track.Song!)];

    /// <summary>What the catalogue knows of its tracks besides.</summary>
    public CatalogueKnowledge Known { get; init; } = CatalogueKnowledge.None;

    /// <summary>What the matcher is asked for one row.</summary>
    public MatchQuery QueryFor(PlaylistTrack track)
    {
        var source = track.SourceTrack;
        return new(source, [.. Decisions[track.Key]]) { Aliases = Known.AliasesOf(source) };
    }
}
