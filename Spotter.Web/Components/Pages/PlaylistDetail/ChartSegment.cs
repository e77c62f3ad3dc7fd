using Spotter.Core.Matching;
using Spotter.Web.Components.Shared.Fixing;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One segment of the chart above a match report.</summary>
/// <param name="Name">Its text in the legend.</param>
/// <param name="CssName">The last part of its CSS class.</param>
/// <param name="Count">The number of tracks.</param>
/// <param name="Percent">Share of all tracks, 0 to 100.</param>
public sealed record ChartSegment(string Name, string CssName, int Count, double Percent)
{
    /// <summary>The segments that are not empty, from the most certain tier to the tracks that are not matched yet.</summary>
    public static IReadOnlyList<ChartSegment> Of(MatchCounts counts)
    {
        var total = counts.Total;
        (string Name, string CssName, int Count)[] pieces =
        [
            .. Enum.GetValues<MatchTier>().Where(tier => tier != MatchTier.Pin).Append(MatchTier.Pin)
                .Select(tier => (MatchExplanation.NameOf(tier), MatchWords.CssName(tier), counts.ByTier.GetValueOrDefault(tier))),
            ("review", "review", counts.Review),
            ("missing", "missing", counts.Missing),
            ("waiting", "waiting", counts.Waiting),
        ];
        return [.. pieces.Where(piece => piece.Count > 0).Select(piece => new ChartSegment(piece.Name, piece.CssName, piece.Count, 100.0 * piece.Count / total))];
    }
}
