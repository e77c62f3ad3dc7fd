using Spotter.Core.Matching;
using Spotter.Core.Targets;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One row of source and server side by side.</summary>
/// <param name="Kind">How both sides go together.</param>
public sealed record CompareRow(ComparedKind Kind)
{
    /// <summary>The row of the playlist. Null if only the server has it.</summary>
    public long? TrackId { get; init; }

    /// <summary>Its position at the source, from 1.</summary>
    public int? Position { get; init; }

    /// <summary>The track as the source describes it.</summary>
    public SourceTrack? Track { get; init; }

    /// <summary>What may be done with its match. Null if it was never matched.</summary>
    public MatchZone? Zone { get; init; }

    /// <summary>Whether the user has set it to be never matched.</summary>
    public bool IsNeverMatched { get; init; }

    /// <summary>The position on the server, from 1. Null if it is not there.</summary>
    public int? Place { get; init; }

    /// <summary>The song on the server or, if it is not there yet, the one that would be.</summary>
    public Song? Song { get; init; }
}
