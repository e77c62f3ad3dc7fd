using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One row of the match report.</summary>
public sealed record ReportRow
{
    public required long Id { get; init; }

    public required int Position { get; init; }

    public required SourceTrack Track { get; init; }

    public MatchZone? Zone { get; init; }

    public MatchTier? Tier { get; init; }

    public MatchReason? Reason { get; init; }

    public double Confidence { get; init; }

    public Song? Song { get; init; }

    public MatchScore? Score { get; init; }

    /// <summary>Whether another row of this playlist is matched to the same song.</summary>
    public bool SharesSong { get; init; }

    /// <summary>Why it is matched as it is, in words.</summary>
    public string Why => Reason is not { } reason
        ? ""
        : MatchExplanation.Of(Track, Zone == MatchZone.None ? null : Song, reason, Score);

    public bool IsNeverMatched => Reason == MatchReason.NeverMatch;

    /// <summary>Whether both rows render the same.</summary>
    public bool LooksLike(ReportRow other)
        => (Position, Zone, Tier, Reason, Confidence, SharesSong) == (other.Position, other.Zone, other.Tier, other.Reason, other.Confidence, other.SharesSong)
            && (Song?.Id, Song?.Title, Song?.Artist, Song?.Album) == (other.Song?.Id, other.Song?.Title, other.Song?.Artist, other.Song?.Album)
            && Track.IsSameAs(other.Track);
}
