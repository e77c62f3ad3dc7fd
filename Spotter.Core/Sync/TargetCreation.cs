using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>
/// Creates each target only once. Creating is not idempotent, so an intention with a random token is stored before the call, and the list
/// is created under a name that contains the token. Whatever happens in between, the next run finds the list by that name and knows that it
/// is ours.
/// </summary>
public sealed class TargetCreation(IDbContextFactory<SpotterDbContext> contexts, SyncLeases leases, ServerProfiles servers, TimeProvider clock)
{
    /// <summary>Finishes a creation that an earlier run began: takes over the first list with our token and deletes any others.</summary>
    /// <returns>The id of that list, or null if no creation was begun or it never reached the server.</returns>
    internal async Task<string?> ResumeAsync(SyncLease lease, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var intention = await db.TargetIntentions.AsNoTracking().SingleOrDefaultAsync(i => i.PlaylistId == lease.PlaylistId, cancellationToken);
        if (intention is null)
        {
            return null;
        }

        var made = await FindAsync(syncer, intention, cancellationToken);
        await DeleteCopiesAsync(lease, syncer, made, cancellationToken);
        var id = made is [var first, ..] ? first.Id : intention.CreatedId;
        if (id is not null)
        {
            await AdoptAsync(lease, intention, id, cancellationToken);
        }
        else
        {
            await ForgetAsync(lease, cancellationToken);
        }

        return id;
    }

    /// <summary>Whether an earlier run has begun to replace the target without finishing.</summary>
    internal async Task<bool> IsReplacingAsync(SyncLease lease, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.TargetIntentions.AnyAsync(intention => intention.PlaylistId == lease.PlaylistId && intention.ReplacesId != null, cancellationToken);
    }

    /// <summary>Creates a list under the token's name, which it keeps until it is verified to be complete, and makes it the playlist's
    /// target.</summary>
    /// <param name="lease">The run.</param>
    /// <param name="syncer">The server.</param>
    /// <param name="name">The final name.</param>
    /// <param name="songIds">Its songs, or the first of them: as many as one call may carry.</param>
    /// <param name="replacesId">In a rebuild, the target to delete once the new one is complete.</param>
    /// <param name="cancellationToken">Stops between two steps.</param>
    internal async Task<Target> CreateAsync(
        SyncLease lease, IPlaylistSyncer syncer, string name, IReadOnlyList<string> songIds, string? replacesId, CancellationToken cancellationToken)
    {
        var intention = new TargetIntention
        {
            PlaylistId = lease.PlaylistId,
            Token = TargetToken.Create(),
            ExistingIds = [.. (await syncer.ListTargetsAsync(cancellationToken)).Select(target => target.Id)],
            ReplacesId = replacesId,
            CreatedAt = clock.GetUtcNow(),
        };
        await StoreAsync(lease, intention, cancellationToken);
        await leases.RenewAsync(lease, cancellationToken);

        var made = await syncer.SyncPlaylistAsync(TargetToken.NameWith(name, intention.Token), songIds, cancellationToken);
        var id = made?.Summary.Id
            ?? (await FindAsync(syncer, intention, cancellationToken)).Select(target => target.Id).FirstOrDefault()
            ?? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Malformed, new Fact.CreatedUnlisted(servers.Name));
        await AdoptAsync(lease, intention, id, cancellationToken);
        return made ?? await syncer.ReadTargetAsync(id, cancellationToken)
            ?? throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.NotFound, new Fact.NewTargetVanished(servers.Name));
    }

    /// <summary>
    /// Finishes an interrupted creation before something else is done with the playlist. A first creation is taken over under its real
    /// name. If a rebuild's new list was never verified, the old list stays and the new one is deleted.
    /// </summary>
    internal async Task SettleAsync(SyncLease lease, IPlaylistSyncer syncer, string name, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var intention = await db.TargetIntentions.AsNoTracking().SingleOrDefaultAsync(i => i.PlaylistId == lease.PlaylistId, cancellationToken);
        if (intention is null)
        {
            return;
        }

        // Still under the token's name: it gets its real one only after it was verified.
        var made = await FindAsync(syncer, intention, cancellationToken);
        if (intention.ReplacesId is { } old && made is [var unverified, ..])
        {
            await DeleteCopiesAsync(lease, syncer, made, cancellationToken);
            await AdoptAsync(lease, intention, old, cancellationToken);
            await leases.RenewAsync(lease, cancellationToken);
            await syncer.DeletePlaylistAsync(unverified.Id, cancellationToken);
            await ForgetAsync(lease, cancellationToken);
            return;
        }

        if (await ResumeAsync(lease, syncer, cancellationToken) is { } id && made.Count > 0)
        {
            await leases.RenewAsync(lease, cancellationToken);
            await syncer.UpdateDetailsAsync(id, name, comment: null, cancellationToken);
        }

        await FinishAsync(lease, syncer, cancellationToken);
    }

    /// <summary>Completes the intention: in a rebuild the old target is deleted, then the intention is forgotten.</summary>
    internal async Task FinishAsync(SyncLease lease, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var intention = await db.TargetIntentions.AsNoTracking().SingleOrDefaultAsync(i => i.PlaylistId == lease.PlaylistId, cancellationToken);
        if (intention is null)
        {
            return;
        }

        if (intention.ReplacesId is { } old && old != intention.CreatedId)
        {
            await leases.RenewAsync(lease, cancellationToken);
            await syncer.DeletePlaylistAsync(old, cancellationToken);
        }

        await ForgetAsync(lease, cancellationToken);
    }

    /// <summary>
    /// If several lists have our token, the first one stays. Another one is deleted only if nobody has edited it: it holds the same songs
    /// as the first, or exactly the first piece that it was created with.
    /// </summary>
    private async Task DeleteCopiesAsync(
        SyncLease lease, IPlaylistSyncer syncer, IReadOnlyList<TargetSummary> made, CancellationToken cancellationToken)
    {
        if (made.Count < 2 || await syncer.ReadTargetAsync(made[0].Id, cancellationToken) is not { } first)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var written = await db.WrittenTargets.AsNoTracking().SingleOrDefaultAsync(w => w.PlaylistId == lease.PlaylistId, cancellationToken);
        List<string> wanted = written is { Write.Way: WriteWay.Pieces or WriteWay.Append, Pending: { } pending }
            ? [.. pending.Where(row => !row.IsAbsent).Select(row => row.Song.Id)]
            : [];
        foreach (var summary in made.Skip(1))
        {
            if (await syncer.ReadTargetAsync(summary.Id, cancellationToken) is { } copy
                && (copy.SongIds.SequenceEqual(first.SongIds) || (copy.SongIds.Count == syncer.SongsPerCall && copy.SongIds.SequenceEqual(wanted.Take(syncer.SongsPerCall)))))
            {
                await leases.RenewAsync(lease, cancellationToken);
                await syncer.DeletePlaylistAsync(copy.Summary.Id, cancellationToken);
            }
        }
    }

    private static async Task<IReadOnlyList<TargetSummary>> FindAsync(IPlaylistSyncer syncer, TargetIntention intention, CancellationToken cancellationToken)
        => [.. (await syncer.ListTargetsAsync(cancellationToken))
            .Where(target => TargetToken.IsIn(target.Name, intention.Token) && !intention.ExistingIds.Contains(target.Id))
            .OrderByDescending(target => target.Id == intention.CreatedId)];

    private Task StoreAsync(SyncLease lease, TargetIntention intention, CancellationToken cancellationToken)
        => leases.WriteAsync(lease, async db =>
        {
            await db.TargetIntentions.Where(i => i.PlaylistId == lease.PlaylistId).ExecuteDeleteAsync(cancellationToken);
            db.TargetIntentions.Add(intention);
        }, cancellationToken);

    private Task ForgetAsync(SyncLease lease, CancellationToken cancellationToken)
        => leases.WriteAsync(
            lease, db => db.TargetIntentions.Where(i => i.PlaylistId == lease.PlaylistId).ExecuteDeleteAsync(cancellationToken), cancellationToken);

    private Task AdoptAsync(SyncLease lease, TargetIntention intention, string id, CancellationToken cancellationToken)
        => leases.WriteAsync(lease, async db =>
        {
            var playlist = await SyncLeases.OwnedBy(db, lease).SingleAsync(cancellationToken);
            playlist.TakeTarget(id);
            await db.TargetIntentions.Where(i => i.PlaylistId == intention.PlaylistId)
                .ExecuteUpdateAsync(set => set.SetProperty(i => i.CreatedId, id), cancellationToken);
        }, cancellationToken);
}
