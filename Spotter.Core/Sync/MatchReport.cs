using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>The result of matching a whole playlist: one result per track, in order.</summary>
/// <param name="Results">The results in source order.</param>
public sealed record MatchReport(IReadOnlyList<MatchResult> Results)
{
    /// <summary>The songs to write, in source order. A song may occur more than once.</summary>
    public IReadOnlyList<Song> Songs { get; } = [.. Results.Where(result => result.Zone == MatchZone.Auto).Select(result => result.Song!)];

    /// <summary>The number of matched tracks.</summary>
    public int Matched => Songs.Count;

    /// <summary>The number of tracks in review.</summary>
    public int Review { get; } = Results.Count(result => result.Zone == MatchZone.Review);

    /// <summary>The number of tracks without a match.</summary>
    public int Missing { get; } = Results.Count(result => result.Zone == MatchZone.None);

    /// <summary>The number of tracks matched now that were not matched before.</summary>
    public int NewlyMatched { get; init; }

    /// <summary>The number of matched tracks by tier, without tiers that found nothing.</summary>
    public IReadOnlyDictionary<MatchTier, int> ByTier { get; } = CountByTier(Results);

    internal static Dictionary<MatchTier, int> CountByTier(IEnumerable<MatchResult> results)
        => results.Where(result => result is { Zone: MatchZone.Auto, Tier: not null })
            .GroupBy(result => result.Tier!.Value).ToDictionary(group => group.Key, group => group.Count());
}
