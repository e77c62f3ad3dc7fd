using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;

namespace Spotter.Core.Sync.Operations;

/// <summary>Adopts an existing playlist of the server as the target, removes its own row from Spotter, then syncs.</summary>
public sealed class PairWithNavidrome(
    IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers, TargetCreation creation, SyncPlaylistToNavidrome sync, SyncLeases leases, ServerProfiles servers,
    EventBus bus)
{
    /// <summary>Runs it.</summary>
    internal async Task<SyncOutcome> RunAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        var syncer = await providers.GetAsync<IPlaylistSyncer>(ProviderKinds.Navidrome, lease.AccountId, cancellationToken);
        await creation.SettleAsync(lease, syncer, lease.PlaylistName, cancellationToken);
        var target = await ReadPairableAsync(contexts, syncer, servers.Name, lease.UserId, lease.PlaylistId, lease.Request.PairWithId!, cancellationToken);
        await AdoptAsync(lease, target, cancellationToken);
        bus.Publish(new PlaylistListChanged(lease.UserId));
        var outcome = await sync.RunAsync(lease, cancellationToken);
        return outcome.Signal is SyncSignal.WrittenInFull or SyncSignal.WrittenInPart
            ? outcome with { EventType = SyncEventType.Paired, Message = Fact.Of(new Fact.Paired(target.Summary.Name), outcome.Message) }
            : outcome;
    }

    /// <summary>The playlist to pair with.</summary>
    /// <exception cref="ProviderException">It is gone, somebody else's, read-only, or already the target of another playlist.</exception>
    internal static async Task<Target> ReadPairableAsync(
        IDbContextFactory<SpotterDbContext> contexts, IPlaylistSyncer syncer, ServerName server, int userId, int playlistId, string targetId,
        CancellationToken cancellationToken)
    {
        var target = await syncer.ReadTargetAsync(targetId, cancellationToken)
            ?? (syncer is IIdTranslator translator ? await syncer.ReadTargetAsync(translator.Translate(targetId), cancellationToken) : null)
            ?? throw Refused(ProviderFailure.NotFound, new Fact.PairGone(server));
        if (!target.Summary.IsOwn)
        {
            throw Refused(ProviderFailure.Forbidden, new Fact.PairForeign(target.Summary.Name));
        }

        if (target.Summary.IsReadOnly)
        {
            throw Refused(ProviderFailure.Forbidden, new Fact.PairReadOnly(target.Summary.Name));
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var holder = await db.Playlists.Where(p => p.UserId == userId && p.NavidromePlaylistId == target.Summary.Id && p.Id != playlistId)
            .Select(p => p.Name).FirstOrDefaultAsync(cancellationToken);
        return holder is null
            ? target
            : throw Refused(ProviderFailure.Forbidden, new Fact.PairTaken(target.Summary.Name, holder));
    }

    private static ProviderException Refused(ProviderFailure failure, Fact reason) => new(ProviderKinds.Navidrome, failure, reason);

    private Task AdoptAsync(SyncLease lease, Target target, CancellationToken cancellationToken) => leases.WriteAsync(lease, async (db, _) =>
    {
        var playlist = await SyncLeases.Mine(db, lease).SingleAsync(cancellationToken);
        if (playlist.KnownTargetId != target.Summary.Id)
        {
            if (playlist.KnownTargetId is not null)
            {
                // The list that it had, or had left, is let go: its comment claims nothing any more.
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
            // Whoever had left it has lost it to this one.
            other.LetTargetGo();
            await db.WrittenTargets.Where(w => w.PlaylistId == other.Id).ExecuteDeleteAsync(cancellationToken);
        }

        await db.Playlists.Where(p => p.UserId == lease.UserId && p.Source == ProviderKinds.Navidrome && (p.RemoteId == target.Summary.Id || p.RemoteId == lease.Request.PairWithId))
            .ExecuteDeleteAsync(cancellationToken);
    }, cancellationToken);
}
