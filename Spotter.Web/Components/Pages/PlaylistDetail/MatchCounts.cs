using Spotter.Core.Events;
using Spotter.Core.Matching;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>How many tracks of a playlist were matched, and how.</summary>
/// <param name="ByTier">Matched tracks, by the tier that matched them.</param>
/// <param name="Review">Tracks in review.</param>
/// <param name="Missing">Tracks not in the library.</param>
/// <param name="Waiting">Tracks that are not matched yet.</param>
public sealed record MatchCounts(IReadOnlyDictionary<MatchTier, int> ByTier, int Review, int Missing, int Waiting)
{
    public static MatchCounts Empty { get; } = new(new Dictionary<MatchTier, int>(), 0, 0, 0);

    public int Matched => ByTier.Values.Sum();

    public int Total => Matched + Review + Missing + Waiting;

    /// <summary>The counts during matching: tracks that the run has not reached yet are waiting.</summary>
    public static MatchCounts Of(SyncProgressed progress)
    {
        var known = progress.ByTier.Values.Sum() + progress.Review + progress.Missing;
        return new(progress.ByTier, progress.Review, progress.Missing, Math.Max(0, progress.Total - known));
    }

    public int Of(ReportFilter filter) => filter switch
    {
        ReportFilter.All => Total,
        ReportFilter.Matched => Matched,
        ReportFilter.Review => Review,
        ReportFilter.Missing => Missing,
    };
}
