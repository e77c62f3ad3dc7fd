using Spotter.Core.Matching.Aliases;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>What the matcher is asked: a source track and what the user has decided about it before.</summary>
/// <param name="Track">The source track.</param>
/// <param name="Decisions">The user's decisions on its key (<see cref="TrackKey"/>); empty for most.</param>
public sealed record MatchQuery(SourceTrack Track, IReadOnlyList<TrackDecision> Decisions)
{
    /// <summary>A query without decisions.</summary>
    public MatchQuery(SourceTrack track)
        : this(track, [])
    {
    }

    /// <summary>What a catalogue of music knows of the track besides; null for most. It is looked at where the track is not found as it is written.</summary>
    public TrackAliases? Aliases { get; init; }

    /// <summary>The recording codes to look for, the source's own first.</summary>
    internal IReadOnlyList<string> Isrcs => With(Track.Isrc, Aliases?.Isrcs);

    /// <summary>The MusicBrainz recordings to look for, the source's own first.</summary>
    internal IReadOnlyList<string> RecordingMbids => With(Track.RecordingMbid, Aliases?.RecordingMbids);

    private static IReadOnlyList<string> With(string? own, IReadOnlyList<string>? others)
        => own is null ? others ?? [] : others is { Count: > 0 } ? [own, .. others] : [own];
}
