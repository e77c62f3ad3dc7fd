using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>The result of a write.</summary>
/// <param name="After">The target as the server shows it, read back after the last call.</param>
/// <param name="Server">The name of the server, for what there is to say.</param>
/// <param name="DroppedHiddenRows">Whether rows that it held unseen are gone.</param>
internal sealed record TargetWriteResult(Target After, ServerName Server, bool DroppedHiddenRows)
{
    /// <summary>Whether the server shows exactly the plan.</summary>
    public bool Holds(TargetPlan plan) => After.SongIds.SequenceEqual(plan.SongIds);

    /// <summary>Whether the server shows the plan except for songs that it does not know: everything that can be written was
    /// written.</summary>
    public bool HoldsWhatIsKnown(TargetPlan plan)
    {
        var next = 0;
        foreach (var songId in plan.SongIds)
        {
            next += next < After.SongIds.Count && After.SongIds[next] == songId ? 1 : 0;
        }

        return next == After.SongIds.Count;
    }
}
