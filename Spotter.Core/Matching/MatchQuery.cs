using Spotter.Core.Matching.Aliases;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>A query to the matcher: a source track and the user's earlier decisions about it.</summary>
/// <param name="Track">The source track.</param>
/// <param name="Decisions">The user's decisions on its key (<see cref="TrackKey"/>). Usually empty.</param>
public sealed record MatchQuery(SourceTrack Track, IReadOnlyList<TrackDecision> Decisions)
{
    /// <summary>A query without decisions.</summary>
    public MatchQuery(SourceTrack track)
        : this(track, [])
    {
    }

    /// <summary>What a music catalogue knows about the track. Usually null. Used only if the track is not found as written.</summary>
    public TrackAliases? Aliases { get; init; }

    /// <summary>The doubts that the user has settled for the whole playlist. Usually none.</summary>
    public MatchAllowances Allows { get; init; }

    /// <summary>The recording codes to look for, starting with the source's own.</summary>
    internal IReadOnlyList<string> Isrcs => With(Track.Isrc, Aliases?.Isrcs);

    /// <summary>The MusicBrainz recordings to look for, starting with the source's own.</summary>
    internal IReadOnlyList<string> RecordingMbids => With(Track.RecordingMbid, Aliases?.RecordingMbids);

    private static IReadOnlyList<string> With(string? own, IReadOnlyList<string>? others)
        => own is null ? others ?? [] : others is { Count: > 0 } ? [own, .. others] : [own];
}
