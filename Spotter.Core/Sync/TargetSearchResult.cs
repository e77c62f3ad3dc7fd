using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>What became of a playlist's target on the server.</summary>
/// <param name="Target">The target, or null.</param>
/// <param name="IsGone">Whether there was one that we cannot find again.</param>
/// <param name="Candidates">Where it is gone: the lists that could be it, for the user to choose from.</param>
internal sealed record TargetSearchResult(Target? Target, bool IsGone, IReadOnlyList<TargetSummary> Candidates)
{
    /// <summary>There was none yet.</summary>
    public static TargetSearchResult None { get; } = new(null, false, []);

    /// <summary>Found.</summary>
    public static TargetSearchResult Of(Target target) => new(target, false, []);
}
