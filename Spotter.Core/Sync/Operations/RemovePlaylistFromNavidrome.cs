using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;

namespace Spotter.Core.Sync.Operations;

/// <summary>
/// Stops syncing the target. As the user chose, it stays on the server and is remembered as the list that was left, or it is deleted, or it
/// is given up permanently. Pins and the name override stay.
/// </summary>
public sealed class RemovePlaylistFromNavidrome(
    IDbContextFactory<SpotterDbContext> contexts, TargetFinder finder, TargetCreation creation, TargetWriter writer, SyncLeases leases, ServerProfiles servers)
    : ISyncOperation
{
    /// <inheritdoc/>
    public SyncOperation Operation => SyncOperation.Remove;

    /// <inheritdoc/>
    public async Task<SyncOutcome> RunAsync(SyncRun run, CancellationToken cancellationToken)
    {
        var lease = run.Lease;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.TargetIntentions.AnyAsync(intention => intention.PlaylistId == lease.PlaylistId, cancellationToken))
        {
            // No list whose name is a token may be left behind.
            var server = await run.GetServerAsync(cancellationToken);
            await creation.SettleAsync(lease, server, lease.PlaylistName, cancellationToken);
        }

        var playlist = await db.Playlists.AsNoTracking().SingleAsync(p => p.Id == lease.PlaylistId, cancellationToken);
        var deleted = playlist.NavidromePlaylistId is not null && lease.Request.DeleteTarget && await DeleteAsync(run, playlist, cancellationToken);
        var isForGood = deleted || lease.Request.LetsGo;
        return new SyncOutcome
        {
            Signal = SyncSignal.Removed,
            EventType = SyncEventType.Removed,
            Message = deleted ? new Fact.TargetDeleted(servers.Name)
                : isForGood ? new Fact.TargetLetGo(servers.Name)
                : new Fact.TargetLeft(servers.Name),
            ForgetsTarget = isForGood,
            Change = row =>
            {
                if (isForGood)
                {
                    row.LetTargetGo();
                }
                else
                {
                    Leave(row);
                }

                Reset(row);
            },
        };
    }

    /// <summary>Keeps its id, its marker and what was written to it, so that sync continues with it when it is switched on again.</summary>
    private static void Leave(Playlist row) => (row.LeftTargetId, row.NavidromePlaylistId) = (row.KnownTargetId, null);

    private static void Reset(Playlist row)
    {
        row.DesiredFingerprint = null;
        row.TargetFingerprint = null;
        row.TargetChangedAt = null;
        row.MatchedAt = null;
        row.MatchedSource = null;
        row.NewlyMatchedAt = null;
        row.NewlyMatchedCount = 0;
        row.MatchedCount = 0;
        row.ReviewCount = 0;
        row.MissingCount = 0;
        row.SourceCountAtWrite = 0;
        row.LibraryCountAtWrite = 0;
        row.LastSyncedAt = null;
    }

    private async Task<bool> DeleteAsync(SyncRun run, Playlist playlist, CancellationToken cancellationToken)
    {
        var lease = run.Lease;
        var syncer = await run.GetServerAsync(cancellationToken);
        var finding = await finder.FindAsync(playlist, known: null, syncer, cancellationToken);
        if (finding.Target is not { } target)
        {
            return true; // already gone is as good as deleted
        }

        await writer.KeepAsync(lease, target, cancellationToken);
        await leases.RenewAsync(lease, cancellationToken);
        await syncer.DeletePlaylistAsync(target.Summary.Id, cancellationToken);
        return true;
    }
}
