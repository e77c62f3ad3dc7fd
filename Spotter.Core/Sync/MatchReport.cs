using Spotter.Core.Matching;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sync;

/// <summary>The result of matching a whole playlist: one result a track, in order.</summary>
/// <param name="Results">In source order.</param>
public sealed record MatchReport(IReadOnlyList<MatchResult> Results)
{
    /// <summary>The songs to write, in source order; a song may stand more than once.</summary>
    public IReadOnlyList<Song> Songs { get; } = [.. Results.Where(result => result.Zone == MatchZone.Auto).Select(result => result.Song!)];

    /// <summary>Tracks matched.</summary>
    public int Matched => Songs.Count;

    /// <summary>Tracks in review.</summary>
    public int Review { get; } = Results.Count(result => result.Zone == MatchZone.Review);

    /// <summary>Tracks missing.</summary>
    public int Missing { get; } = Results.Count(result => result.Zone == MatchZone.None);

    /// <summary>Tracks matched now that had been looked for in vain before.</summary>
    public int NewlyMatched { get; init; }

    /// <summary>Matched tracks by tier; tiers that found nothing are left out.</summary>
    public IReadOnlyDictionary<MatchTier, int> ByTier { get; } = CountByTier(Results);

    /// <summary>Matched tracks by tier.</summary>
    internal static Dictionary<MatchTier, int> CountByTier(IEnumerable<MatchResult> results)
        => results.Where(result => result is { Zone: MatchZone.Auto, Tier: not null })
            .GroupBy(result => result.Tier!.Value).ToDictionary(group => group.Key, group => group.Count());
}
