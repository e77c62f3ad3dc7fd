using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync.Decisions;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync;

/// <summary>What a user decides about one of their playlists: the target's name, the edit policy, what its matches may be, dismissing the note about edits, and
/// forgetting the playlist.</summary>
public sealed class PlaylistChoices(IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, EventBus bus)
{
    /// <summary>Gives the target its own name, or (null) makes it follow the source's name again. Requests a sync if sync is on. False if
    /// the playlist is not this user's.</summary>
    public Task<bool> RenameTargetAsync(int userId, int playlistId, string? nameOverride, CancellationToken cancellationToken)
    {
        var name = string.IsNullOrWhiteSpace(nameOverride) ? null : nameOverride.Trim();
        return ChangeAsync(userId, playlistId, playlist => playlist.NameOverride = name == playlist.Name ? null : name, cancellationToken);
    }

    /// <summary>Decides what happens to changes that are made to the target on the server. Requests a sync if sync is on. False if the
    /// playlist is not this user's.</summary>
    public Task<bool> SetEditPolicyAsync(int userId, int playlistId, EditPolicy policy, CancellationToken cancellationToken)
        => ChangeAsync(userId, playlistId, playlist => playlist.EditPolicy = policy, cancellationToken);

    /// <summary>Decides what may be written without asking although the source names something else. Requests a sync if sync is on. False if
    /// the playlist is not this user's.</summary>
    public Task<bool> SetAllowancesAsync(int userId, int playlistId, MatchAllowances allows, CancellationToken cancellationToken)
        => ChangeAsync(userId, playlistId, playlist => playlist.Allows = allows, cancellationToken);

    /// <summary>What the user's playlists allow, by name. Without those that allow nothing.</summary>
    public async Task<IReadOnlyList<PlaylistAllowance>> ListAllowancesAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Playlists.Where(p => p.UserId == userId && p.Allows != MatchAllowances.None)
            .OrderBy(p => p.NameOverride ?? p.Name).ThenBy(p => p.Id)
            .Select(p => new PlaylistAllowance(p.Id, p.NameOverride ?? p.Name, p.Allows))
            .ToListAsync(cancellationToken);
    }

    /// <summary>Dismisses the note about changes on the server.</summary>
    public async Task DismissDriftAsync(int userId, int playlistId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var own = db.Playlists.Where(p => p.Id == playlistId && p.UserId == userId);
        await db.WrittenTargets.Where(w => w.PlaylistId == playlistId && own.Any())
            .ExecuteUpdateAsync(set => set.SetProperty(w => w.Drift, (TargetDrift?)null), cancellationToken);
        bus.Publish(new PlaylistStatusChanged(userId, playlistId));
    }

    /// <summary>Removes a playlist from Spotter. The target on the server stays. False if the playlist is not this user's, sync is on, or a
    /// run is waiting or under way.</summary>
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

    /// <summary>Stores a user's choice together with the request for the sync that applies it. False if the playlist is not
    /// theirs.</summary>
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
