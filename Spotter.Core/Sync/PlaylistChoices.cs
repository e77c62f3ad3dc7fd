using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>What a user decides about one of their playlists: what its target is called, whose edits win, that a note was read, that Spotter forgets it.</summary>
public sealed class PlaylistChoices(IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, EventBus bus)
{
    /// <summary>Gives the target a name of its own, or (null) lets it follow the source again; asks for a sync where sync is on.</summary>
    public Task<bool> RenameTargetAsync(int userId, int playlistId, string? nameOverride, CancellationToken cancellationToken)
    {
        var name = string.IsNullOrWhiteSpace(nameOverride) ? null : nameOverride.Trim();
        return ChangeAsync(userId, playlistId, playlist => playlist.NameOverride = name == playlist.Name ? null : name, cancellationToken);
    }

    /// <summary>Decides what becomes of changes that are made to the target on the server; asks for a sync where sync is on.</summary>
    public Task<bool> SetEditPolicyAsync(int userId, int playlistId, EditPolicy policy, CancellationToken cancellationToken)
        => ChangeAsync(userId, playlistId, playlist => playlist.EditPolicy = policy, cancellationToken);

    /// <summary>Puts the note about changes on the server away.</summary>
    public async Task DismissDriftAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Playlists.Where(p => p.Id == playlistId && p.UserId == userId);
        await db.WrittenTargets.Where(w => w.PlaylistId == playlistId && own.Any())
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Drift, (TargetDrift?)null), cancellationToken);
        bus.Publish(new PlaylistStatusChanged(userId, playlistId));
    }

    /// <summary>Takes a playlist out of Spotter. The target on the server stays. False where it is not this user's, or sync is on.</summary>
    public async Task<bool> ForgetAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var removed = await db.Playlists
            .Where(p => p.Id == playlistId && p.UserId == userId && !p.SyncEnabled && p.Status != SyncStatus.Syncing && p.SyncWantedAt == null)
            .ExecuteDeleteAsync(cancellationToken);
        if (removed == 1)
        {
            bus.Publish(new PlaylistListChanged(userId));
        }

        return removed == 1;
    }

    /// <summary>Changes what a user has decided about a playlist, and wants the sync that brings it to the target. False where it is not theirs.</summary>
    private async Task<bool> ChangeAsync(int userId, int playlistId, Action<Playlist> change, CancellationToken cancellationToken)
    {
        var (changed, isWanted) = await contexts.WriteAsync<(Playlist?, bool)>(
            async db =>
            {
                if (await db.Playlists.SingleOrDefaultAsync(p => p.Id == playlistId && p.UserId == userId, cancellationToken) is not { } playlist)
                {
                    return (null, false);
                }

                change(playlist);
                var isWanted = await requests.WantSyncAsync(db, playlist, SyncTrigger.User, cancellationToken);
                await db.SaveChangesAsync(cancellationToken);
                return (playlist, isWanted);
            },
            cancellationToken);
        if (changed is null)
        {
            return false;
        }

        bus.Publish(new PlaylistStatusChanged(userId, playlistId));
        if (isWanted)
        {
            requests.Announce(changed);
        }

        return true;
    }
}
