using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One row of the match report.</summary>
public sealed record ReportRow
{
    public required long Id { get; init; }

    public required int Position { get; init; }

    public required string Title { get; init; }

    public required IReadOnlyList<string> Artists { get; init; }

    public string? Album { get; init; }

    public int? DurationMs { get; init; }

    public MatchZone? Zone { get; init; }

    public MatchTier? Tier { get; init; }

    public MatchReason? Reason { get; init; }

    public double Confidence { get; init; }

    public Song? Song { get; init; }

    public MatchScore? Score { get; init; }

    /// <summary>Whether another row of this playlist was matched to the same song.</summary>
    public bool SharesSong { get; init; }

    public string ArtistLine => string.Join(", ", Artists);

    public bool IsNeverMatched => Reason == MatchReason.NeverMatch;
}
