using Spotter.Core.Playlists;
using Spotter.Core.Targets;

namespace Spotter.Web.Api;

/// <summary>What is held back, for a script to approve.</summary>
/// <param name="Rule">The safety rule, such as "targetGone" or "sourceShrank". The status's error explains it.</param>
/// <param name="Plan">The fingerprint of the plan: an approval applies to exactly this plan.</param>
/// <param name="Operation">What an approval does: sync or rebuild.</param>
public sealed record HeldBackResource(SafetyRule Rule, string Plan, SyncOperation Operation)
{
    /// <summary>Null if nothing is held back.</summary>
    public static HeldBackResource? Of(Playlist playlist) => playlist is { HeldBackRule: { } rule, HeldBackPlan: { } plan }
        ? new(rule, plan, playlist.HeldBackOperation is SyncOperation.Rebuild ? SyncOperation.Rebuild : SyncOperation.Sync)
        : null;
}
