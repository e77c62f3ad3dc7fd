using Spotter.Core.Matching;
using Spotter.Web.Components.Shared.Fixing;
using Spotter.Web.Wording;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One piece of the chart over a match report.</summary>
/// <param name="Name">What the legend says.</param>
/// <param name="CssName">The last part of its CSS class.</param>
/// <param name="Count">Tracks.</param>
/// <param name="Percent">Share of all tracks, 0 to 100.</param>
public sealed record ChartSegment(string Name, string CssName, int Count, double Percent)
{
    /// <summary>The pieces that are not empty, from the surest to the ones that are still to come.</summary>
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
