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
}
