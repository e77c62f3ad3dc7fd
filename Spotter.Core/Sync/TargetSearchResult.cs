using Spotter.Core.Providers;

namespace Spotter.Core.Sync;

/// <summary>The result of looking for a playlist's target on the server.</summary>
/// <param name="Target">The target, or null.</param>
/// <param name="IsGone">Whether there was a target that cannot be found again.</param>
/// <param name="Candidates">If it is gone: the lists that could be it, for the user to choose from.</param>
internal sealed record TargetSearchResult(Target? Target, bool IsGone, IReadOnlyList<TargetSummary> Candidates)
{
    /// <summary>There was no target yet.</summary>
    public static TargetSearchResult None { get; } = new(null, false, []);

    public static TargetSearchResult Of(Target target) => new(target, false, []);
}
