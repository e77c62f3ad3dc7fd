using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Operations;

/// <summary>Takes over an existing playlist on the server as the target, removes that playlist's own row from Spotter, then
/// syncs.</summary>
public sealed class PairWithNavidrome(
    PairableTargets pairable, TargetCreation creation, SyncPlaylistToNavidrome sync, SyncLeases leases, EventBus bus) : ISyncOperation
{
    /// <inheritdoc/>
    public SyncOperation Operation => SyncOperation.Pair;

    /// <inheritdoc/>
    public async Task<SyncOutcome> RunAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var lease = run.Lease;
        var syncer = await run.GetServerAsync(cancellationToken);
        await creation.SettleAsync(lease, syncer, lease.PlaylistName, cancellationToken);
        var target = await pairable.ReadAsync(syncer, lease.UserId, lease.PlaylistId, lease.Request.PairWithId!, cancellationToken);
        await AdoptAsync(lease, target, cancellationToken);
        bus.Publish(new PlaylistListChanged(lease.UserId));
        var outcome = await sync.RunAsync(run, cancellationToken);
        return outcome.Signal is SyncSignal.WrittenInFull or SyncSignal.WrittenInPart
            ? outcome with { EventType = SyncEventType.Paired, Message = Fact.Of(new Fact.Paired(target.Summary.Name), outcome.Message) }
            : outcome;
    }

    private Task AdoptAsync(SyncLease lease, Target target, CancellationToken cancellationToken) => leases.WriteAsync(lease, async db =>
    {
        var playlist = await SyncLeases.OwnedBy(db, lease).SingleAsync(cancellationToken);
        if (playlist.KnownTargetId != target.Summary.Id)
        {
            if (playlist.KnownTargetId is not null)
            {
                // Gives up the list that it had, or had left on the server: a new marker makes that list's comment meaningless.
                playlist.LetTargetGo();
            }

            playlist.TargetName = target.Summary.Name;
            playlist.NameOverride = target.Summary.Name == playlist.Name ? null : target.Summary.Name;
            playlist.DesiredFingerprint = null;
            playlist.TargetFingerprint = null;
            playlist.TargetChangedAt = null;
            await db.WrittenTargets.Where(w => w.PlaylistId == lease.PlaylistId).ExecuteDeleteAsync(cancellationToken);
        }

        playlist.TakeTarget(target.Summary.Id);
        foreach (var other in await db.Playlists.Where(p => p.UserId == lease.UserId && p.Id != lease.PlaylistId && p.LeftTargetId == target.Summary.Id).ToListAsync(cancellationToken))
        {
            // Another playlist had left this list on the server and now loses it to this one.
            other.LetTargetGo();
            await db.WrittenTargets.Where(w => w.PlaylistId == other.Id).ExecuteDeleteAsync(cancellationToken);
        }

        await db.Playlists.Where(p => p.UserId == lease.UserId && p.Source == ProviderKinds.Navidrome && (p.RemoteId == target.Summary.Id || p.RemoteId == lease.Request.PairWithId))
            .ExecuteDeleteAsync(cancellationToken);
    }, cancellationToken);
}
