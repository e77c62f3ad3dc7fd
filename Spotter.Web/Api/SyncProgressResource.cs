using Spotter.Core.Events;
using Spotter.Core.Matching;

namespace Spotter.Web.Api;

/// <summary>The progress of a run. Done and total count songs while the library is read, and tracks otherwise.</summary>
public sealed record SyncProgressResource(int Done, int Total, IReadOnlyDictionary<MatchTier, int> ByTier, SyncPhase Phase)
{
    public static SyncProgressResource Of(SyncProgressed progress) => new(progress.Done, progress.Total, progress.ByTier, progress.Phase);
}
