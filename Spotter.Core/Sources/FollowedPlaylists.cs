using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>The playlists that a connection follows, read one by one: one that cannot be read does not stop the others.</summary>
public sealed class FollowedPlaylists(
    IDbContextFactory<SpotterDbContext> contexts, PlaylistStore store, FirstSyncs firstSyncs, SyncEventLog log, EventBus bus, TimeProvider clock)
{
    /// <summary>The playlists of a connection, without their tracks.</summary>
    public async Task<IReadOnlyList<Playlist>> ListAsync(int connectionId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Playlists.AsNoTracking().Where(p => p.ConnectionId == connectionId).OrderBy(p => p.Id).ToListAsync(cancellationToken);
    }

    /// <summary>Takes over playlists that an earlier connection to the same account had added.</summary>
    internal async Task AdoptAsync(SourceConnection connection, IReadOnlyCollection<string> remoteIds, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var left = await db.Playlists
            .Where(p => p.UserId == connection.UserId && p.Source == connection.Kind && p.ConnectionId == null)
            .Select(p => new { p.Id, p.RemoteId }).ToListAsync(cancellationToken);
        foreach (var playlist in left.Where(p => remoteIds.Contains(p.RemoteId)))
        {
            await db.Playlists.Where(p => p.Id == playlist.Id)
                .ExecuteUpdateAsync(set => set.SetProperty(p => p.ConnectionId, connection.Id), cancellationToken);
        }
    }

    /// <summary>Reads a playlist again, unless its version at the source says that nothing has changed.</summary>
    internal async Task RefreshAsync(
        SourceConnection connection, IConnectedSource source, Playlist playlist, SourcePlaylistSummary? listed, SyncTrigger trigger,
        CancellationToken cancellationToken)
    {
        if (listed?.Obstacle is { } obstacle)
        {
            await NoteProblemAsync(playlist, obstacle);
            return;
        }

        if (listed is { Version: { } version } && version == playlist.SourceVersion && listed.Name == playlist.Name
            && playlist is { IsGoneAtSource: false, SourceError: null })
        {
            await NoteUnchangedAsync(playlist);
            return;
        }

        try
        {
            if (await GetAsync(source, playlist.RemoteId, cancellationToken) is { } content)
            {
                await store.FollowAsync(connection, content, trigger, cancellationToken);
            }
            else
            {
                await NoteGoneAsync(playlist, trigger);
            }
        }
        catch (ProviderException failure) when (IsForThisPlaylistOnly(failure))
        {
            await NoteProblemAsync(playlist, failure.Reason);
        }
    }

    /// <summary>Adds a playlist that the user chose, and switches its sync on if requested.</summary>
    internal async Task AddAsync(
        SourceConnection connection, IConnectedSource source, WantedPlaylist wish, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        try
        {
            if (await GetAsync(source, wish.RemoteId, cancellationToken) is not { } content)
            {
                Tell(connection.UserId, new Fact.NotAddedGone(wish.Name));
                return;
            }

            var stored = await store.FollowAsync(connection, content, trigger, cancellationToken);
            if (wish.KeepInSync && stored is { IsStored: true, PlaylistId: { } id })
            {
                await firstSyncs.SwitchOnAsync(connection.UserId, id, trigger);
            }
        }
        catch (ProviderException failure) when (IsForThisPlaylistOnly(failure))
        {
            Tell(connection.UserId, new Fact.NotAdded(wish.Name, failure.Reason));
        }
    }

    private static async Task<SourcePlaylist?> GetAsync(IConnectedSource source, string remoteId, CancellationToken cancellationToken)
    {
        try
        {
            return await source.GetPlaylistAsync(remoteId, cancellationToken);
        }
        catch (ProviderException failure) when (failure.Failure == ProviderFailure.NotFound)
        {
            return null;
        }
    }

    private static bool IsForThisPlaylistOnly(ProviderException failure) => failure.Failure is ProviderFailure.Forbidden or ProviderFailure.Malformed;

    private async Task NoteUnchangedAsync(Playlist playlist)
    {
        await using var db = await contexts.CreateDbContextAsync();
        var now = clock.GetUtcNow();
        await db.Playlists.Where(p => p.Id == playlist.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.RefreshedAt, now));
    }

    private async Task NoteProblemAsync(Playlist playlist, Fact problem)
    {
        await using var db = await contexts.CreateDbContextAsync();
        await db.Playlists.Where(p => p.Id == playlist.Id).ExecuteUpdateAsync(set => set.SetProperty(p => p.SourceError, problem));
        bus.Publish(new PlaylistStatusChanged(playlist.UserId, playlist.Id));
    }

    /// <summary>Marks a playlist as gone at the source, and keeps its last content. Logged once.</summary>
    private async Task NoteGoneAsync(Playlist playlist, SyncTrigger trigger)
    {
        if (await contexts.WriteAsync(db => NoteGoneAsync(db, playlist, trigger), CancellationToken.None))
        {
            bus.Publish(new PlaylistStatusChanged(playlist.UserId, playlist.Id));
        }
    }

    /// <returns>Whether nobody had noted it before.</returns>
    private async Task<bool> NoteGoneAsync(SpotterDbContext db, Playlist playlist, SyncTrigger trigger)
    {
        var marked = await db.Playlists.Where(p => p.Id == playlist.Id && !p.IsGoneAtSource)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.IsGoneAtSource, true).SetProperty(p => p.SourceError, (Fact?)null));
        if (marked == 0)
        {
            return false;
        }

        log.Add(db, playlist.UserId, playlist.Id, Guid.NewGuid(), SyncEventType.Refreshed, playlist.Source, new Fact.GoneAtSource(), new SyncEventMetadata
        {
            PlaylistId = playlist.Id, PlaylistName = playlist.Name, Trigger = trigger,
        });
        await db.SaveChangesAsync();
        return true;
    }

    private void Tell(int userId, Fact what) => bus.Publish(new Notification(userId, NotificationSeverity.Warning, what));
}
