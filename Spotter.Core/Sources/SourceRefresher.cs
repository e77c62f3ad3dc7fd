using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>Reads connections again: the followed playlists, those that the user has just chosen, and new ones. Each connection is read by
/// one reader at a time.</summary>
public sealed class SourceRefresher(
    IDbContextFactory<SpotterDbContext> contexts,
    SourceSessions sessions,
    SourceHealth health,
    FollowedPlaylists followed,
    SourceNudges nudges,
    EventBus bus,
    TimeProvider clock)
{
    private readonly ConcurrentDictionary<int, bool> _running = new();

    /// <summary>Whether the connection is being read right now.</summary>
    public bool IsRunning(int connectionId) => _running.ContainsKey(connectionId);

    /// <summary>Has every connection read that is due. Connections that wait for their user or for a later time are left alone.</summary>
    /// <param name="onlyOverdue">Whether to leave out connections without a failure and without wanted playlists, which the schedule reads
    /// anyway.</param>
    /// <param name="cancellationToken">Stops the query.</param>
    /// <returns>The number of connections nudged.</returns>
    public async Task<int> NudgeDueAsync(bool onlyOverdue, CancellationToken cancellationToken)
    {
        var now = clock.GetUtcNow();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var connections = await db.SourceConnections.AsNoTracking()
            .Where(c => c.State != SourceConnectionState.NeedsUser && (c.NextTryAt == null || c.NextTryAt <= now))
            .OrderBy(c => c.Id).ToListAsync(cancellationToken);
        var due = connections.Where(c => !IsRunning(c.Id) && (!onlyOverdue || c.NextTryAt is not null || c.Wanted.Count > 0)).ToList();
        due.ForEach(c => nudges.Nudge(c, SyncTrigger.Schedule));
        return due.Count;
    }

    /// <summary>Reads a connection. Does nothing if it is gone, waits for its user, or is already being read.</summary>
    /// <exception cref="SourceRefreshFailedException">It failed. The connection's state says why.</exception>
    public async Task RefreshAsync(int connectionId, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        if (!_running.TryAdd(connectionId, true))
        {
            return;
        }

        SourceConnection? connection = null;
        try
        {
            connection = await FindAsync(connectionId, cancellationToken);
            if (connection is null or { State: SourceConnectionState.NeedsUser })
            {
                return;
            }

            bus.Publish(new SourceConnectionChanged(connection.UserId, connectionId));
            await ReadAsync(connection, trigger, cancellationToken);
            await health.NoteSuccessAsync(connectionId, isReadToTheEnd: true);
        }
        catch (ProviderException failure)
        {
            await health.NoteFailureAsync(connectionId, failure);
            throw new SourceRefreshFailedException(failure.Reason);
        }
        finally
        {
            _running.TryRemove(connectionId, out _);
            if (connection is not null)
            {
                bus.Publish(new SourceConnectionChanged(connection.UserId, connectionId));
            }
        }
    }

    private async Task ReadAsync(SourceConnection connection, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        var source = sessions.Open(connection);
        var listed = (await source.ListPlaylistsAsync(cancellationToken)).DistinctBy(summary => summary.RemoteId).ToDictionary(summary => summary.RemoteId);
        await followed.AdoptAsync(connection, listed.Keys, cancellationToken);
        foreach (var playlist in await followed.ListAsync(connection.Id, cancellationToken))
        {
            await followed.RefreshAsync(connection, source, playlist, listed.GetValueOrDefault(playlist.RemoteId), trigger, cancellationToken);
        }

        foreach (var wish in await NoteNewOnesAsync(connection, listed, cancellationToken))
        {
            await followed.AddAsync(connection, source, wish, trigger, cancellationToken);
            await health.ChangeAsync(connection.Id, c =>
            {
                c.Wanted = [.. c.Wanted.Where(w => w.RemoteId != wish.RemoteId)];
                return null;
            });
        }
    }

    /// <summary>Adds new playlists at the source to the wanted ones, if the user asked for that. Returns all wanted playlists.</summary>
    private async Task<List<WantedPlaylist>> NoteNewOnesAsync(
        SourceConnection connection, Dictionary<string, SourcePlaylistSummary> listed, CancellationToken cancellationToken)
    {
        var known = (await followed.ListAsync(connection.Id, cancellationToken)).Select(playlist => playlist.RemoteId).ToHashSet();
        List<WantedPlaylist> wanted = [];
        await health.ChangeAsync(connection.Id, c =>
        {
            if (c.AddsNewPlaylists)
            {
                if (c.SeenRemoteIds is { } seen)
                {
                    var asked = c.Wanted.Select(wish => wish.RemoteId).ToHashSet();
                    c.Wanted =
                    [
                        .. c.Wanted,
                        .. listed.Values
                            .Where(s => s.Obstacle is null && !seen.Contains(s.RemoteId) && !known.Contains(s.RemoteId) && !asked.Contains(s.RemoteId))
                            .Select(s => new WantedPlaylist(s.RemoteId, s.Name, c.SyncsNewPlaylists)),
                    ];
                }

                c.SeenRemoteIds = [.. (c.SeenRemoteIds ?? []).Union(listed.Keys)];
            }

            wanted = c.Wanted;
            return null;
        });
        return wanted;
    }

    private async Task<SourceConnection?> FindAsync(int connectionId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SourceConnections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == connectionId, cancellationToken);
    }
}
