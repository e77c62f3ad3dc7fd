using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Sources;

/// <summary>What users do with their connections: connect, browse, choose, test, disconnect.</summary>
public sealed class SourceConnections(
    IDbContextFactory<SpotterDbContext> contexts,
    SourceSessions sessions,
    SourceHealth health,
    SourceNudges nudges,
    ProviderRegistry providers,
    EventBus bus,
    TimeProvider clock)
{
    /// <summary>A user's connections, in the order in which they were created.</summary>
    public async Task<IReadOnlyList<SourceConnection>> ListAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SourceConnections.AsNoTracking().Where(c => c.UserId == userId).OrderBy(c => c.Id).ToListAsync(cancellationToken);
    }

    /// <summary>A connection, or null if it is not this user's.</summary>
    public async Task<SourceConnection?> FindAsync(int userId, int connectionId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SourceConnections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == connectionId && c.UserId == userId, cancellationToken);
    }

    /// <summary>Verifies the values of the form and stores them. An account that is already connected gets the new values.</summary>
    /// <param name="userId">The owner.</param>
    /// <param name="kind">The service.</param>
    /// <param name="entered">The entered values. A secret that is left blank keeps its stored value, if there is one.</param>
    /// <param name="existingId">The connection whose sign-in is renewed, or null for a new one.</param>
    /// <param name="cancellationToken">Stops before anything is stored.</param>
    /// <returns>The connection.</returns>
    /// <exception cref="ProviderException">The service refuses or could not answer, or the form is incomplete.</exception>
    public async Task<SourceConnection> ConnectAsync(int userId, string kind, SourceValues entered, int? existingId, CancellationToken cancellationToken)
    {
        var factory = sessions.Find(kind);
        var existing = existingId is { } id ? await FindAsync(userId, id, cancellationToken) : null;
        var values = existing is null ? entered : Kept(factory, existing).With(entered);
        if (factory.Fields.FirstOrDefault(field => field.IsRequired && values.Find(field.Name) is null) is { } missing)
        {
            throw new ProviderException(kind, ProviderFailure.Malformed, new Fact.FieldEmpty(missing.Label));
        }

        var session = new SourceSession(values);
        var owner = await factory.Open(session).CheckAsync(cancellationToken);
        if (existing is not null && existing.OwnerId != owner.Id)
        {
            throw new ProviderException(kind, ProviderFailure.Forbidden, new Fact.AnotherAccount(owner.Name, existing.DisplayName));
        }

        return await StoreAsync(userId, factory, owner, session.Values, cancellationToken);
    }

    /// <summary>What the source lists now, and which of it is already in Spotter.</summary>
    /// <exception cref="ProviderException">The service refuses or could not answer. The connection's state says so too.</exception>
    public async Task<IReadOnlyList<SourceOffer>> BrowseAsync(int userId, int connectionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, connectionId, cancellationToken) is not { } connection)
        {
            return [];
        }

        var listed = await AskAsync(connection, source => source.ListPlaylistsAsync(cancellationToken));
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var known = await db.Playlists.Where(p => p.UserId == userId && p.Source == connection.Kind)
            .ToDictionaryAsync(p => p.RemoteId, p => p.Id, cancellationToken);
        return
        [
            .. listed.DistinctBy(summary => summary.RemoteId).Select(summary => new SourceOffer(
                summary,
                known.TryGetValue(summary.RemoteId, out var id) ? id : null,
                connection.Wanted.Any(wish => wish.RemoteId == summary.RemoteId))),
        ];
    }

    /// <summary>Chooses playlists: they are stored as wanted, and read as soon as the service allows.</summary>
    public async Task AddAsync(int userId, int connectionId, IReadOnlyList<SourcePlaylistSummary> chosen, bool keepInSync, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, connectionId, cancellationToken) is not { } connection)
        {
            return;
        }

        await health.ChangeAsync(connectionId, c =>
        {
            c.Wanted =
            [
                .. c.Wanted.Where(wish => chosen.All(summary => summary.RemoteId != wish.RemoteId)),
                .. chosen.Select(summary => new WantedPlaylist(summary.RemoteId, summary.Name, keepInSync)),
            ];
            return null;
        });
        nudges.Nudge(connection, SyncTrigger.User);
    }

    /// <summary>Sets whether new playlists at the source are added automatically from now on, and synced.</summary>
    public async Task SetNewOnesAsync(int userId, int connectionId, bool adds, bool syncs, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, connectionId, cancellationToken) is not { } connection)
        {
            return;
        }

        await health.ChangeAsync(connectionId, c =>
        {
            // Only what appears from now on is new: the next read records what already exists.
            c.SeenRemoteIds = adds && c.AddsNewPlaylists ? c.SeenRemoteIds : null;
            c.AddsNewPlaylists = adds;
            c.SyncsNewPlaylists = adds && syncs;
            c.NextTryAt ??= adds && !connection.AddsNewPlaylists ? clock.GetUtcNow() : null; // stored before the nudge, which may be lost
            return null;
        });
        if (adds && !connection.AddsNewPlaylists)
        {
            nudges.Nudge(connection, SyncTrigger.User);
        }
    }

    /// <summary>Reads the connection again now.</summary>
    public async Task RefreshAsync(int userId, int connectionId, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, connectionId, cancellationToken) is { } connection)
        {
            if (connection.State == SourceConnectionState.Working)
            {
                // The request was accepted, so it is stored: even if the nudge is lost, the connection is due.
                await health.ChangeAsync(connectionId, c =>
                {
                    c.NextTryAt = clock.GetUtcNow();
                    return null;
                });
            }

            nudges.Nudge(connection, trigger);
        }
    }

    /// <summary>Asks the service whether the connection works. If it does, interrupted work continues.</summary>
    /// <returns>The account that answered. Null if the connection is not this user's.</returns>
    /// <exception cref="ProviderException">It does not work. The connection's state says so too.</exception>
    public async Task<SourceOwner?> TestAsync(int userId, int connectionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, connectionId, cancellationToken) is not { } connection)
        {
            return null;
        }

        var owner = await AskAsync(connection, source => source.CheckAsync(cancellationToken));
        await health.NoteSuccessAsync(connectionId, isReadToTheEnd: false);
        if (connection.State != SourceConnectionState.Working)
        {
            nudges.Nudge(connection, SyncTrigger.User);
        }

        return owner;
    }

    /// <summary>Deletes the sign-in with all its secrets. The playlists keep their last content, and are followed again if the account is
    /// connected again. A standing connection stays.</summary>
    public async Task DisconnectAsync(int userId, int connectionId, CancellationToken cancellationToken)
    {
        if (await FindAsync(userId, connectionId, cancellationToken) is not { } connection || providers.FindSource(connection.Kind) is IStandingSource)
        {
            return;
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.SourceConnections.Where(c => c.Id == connectionId && c.UserId == userId).ExecuteDeleteAsync(cancellationToken) == 1)
        {
            bus.Publish(new SourceConnectionChanged(userId, connectionId));
            bus.Publish(new PlaylistListChanged(userId));
        }
    }

    /// <summary>The playlist that a link leads to, as everybody sees it. If the service refuses that, as one of the user's connected
    /// accounts sees it.</summary>
    /// <exception cref="LinkRefusedException">The link leads nowhere that can be read. The exception says what to do instead.</exception>
    /// <exception cref="ProviderException">The service does not show the playlist or could not answer.</exception>
    public async Task<LinkedPlaylist> LookUpLinkAsync(int userId, string text, CancellationToken cancellationToken)
    {
        var (factory, remoteId) = SourceLinks.Find(providers.Sources, text);
        var link = await FindLinksAsync(userId, factory.Kind, cancellationToken);
        try
        {
            return await ReadLinkAsync(link is null ? factory.Open(new SourceSession(SourceValues.None)) : sessions.Open(link));
        }
        catch (ProviderException refusal) when (refusal.Failure == ProviderFailure.Forbidden)
        {
            var account = (await ListAsync(userId, cancellationToken)).FirstOrDefault(c => c.Kind == factory.Kind && c is { IsForLinks: false, State: not SourceConnectionState.NeedsUser });
            if (account is null)
            {
                throw;
            }

            return await ReadLinkAsync(sessions.Open(account)) with { ConnectionId = account.Id };
        }

        async Task<LinkedPlaylist> ReadLinkAsync(IConnectedSource source)
            => await source.GetPlaylistAsync(remoteId, cancellationToken) is { } playlist
                ? new(factory.Kind, playlist.Summary)
                : throw new ProviderException(factory.Kind, ProviderFailure.NotFound, new Fact.LinkEmpty(factory.DisplayName));
    }

    /// <summary>Follows the playlist that a link leads to.</summary>
    public async Task AddLinkAsync(int userId, LinkedPlaylist playlist, bool keepInSync, CancellationToken cancellationToken)
    {
        var connectionId = playlist.ConnectionId
            ?? (await FindLinksAsync(userId, playlist.Kind, cancellationToken))?.Id
            ?? (await StoreAsync(userId, sessions.Find(playlist.Kind), new SourceOwner("", ""), SourceValues.None, cancellationToken)).Id;
        await AddAsync(userId, connectionId, [playlist.Summary], keepInSync, cancellationToken);
    }

    private async Task<SourceConnection?> FindLinksAsync(int userId, string kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SourceConnections.AsNoTracking().SingleOrDefaultAsync(c => c.UserId == userId && c.Kind == kind && c.OwnerId == "", cancellationToken);
    }

    private SourceValues Kept(ISourceFactory factory, SourceConnection existing)
    {
        try
        {
            // Values that are not secret were shown in the form and may have been cleared there. Secrets were not shown.
            return sessions.ReadValues(existing).Only(name => !factory.Fields.Any(field => field.Name == name && !field.IsSecret));
        }
        catch (ProviderException)
        {
            // The keys are lost, so nothing can be kept: everything must have been entered again.
            return SourceValues.None;
        }
    }

    private async Task<SourceConnection> StoreAsync(
        int userId, ISourceFactory factory, SourceOwner owner, SourceValues values, CancellationToken cancellationToken)
    {
        var stored = await contexts.WriteAsync(db => StoreAsync(db, userId, factory, owner, values, cancellationToken), cancellationToken);
        bus.Publish(new SourceConnectionChanged(userId, stored.Id));
        nudges.Nudge(stored, SyncTrigger.User);
        return stored;
    }

    private async Task<SourceConnection> StoreAsync(
        SpotterDbContext db, int userId, ISourceFactory factory, SourceOwner owner, SourceValues values, CancellationToken cancellationToken)
    {
        var connection = await db.SourceConnections.SingleOrDefaultAsync(
            c => c.UserId == userId && c.Kind == factory.Kind && c.OwnerId == owner.Id, cancellationToken);
        if (connection is null)
        {
            connection = new SourceConnection { UserId = userId, Kind = factory.Kind, OwnerId = owner.Id, CreatedAt = clock.GetUtcNow() };
            db.SourceConnections.Add(connection);
        }

        connection.DisplayName = owner.Name;
        connection.SignInEndsAt = owner.SignInEndsAt;
        connection.State = SourceConnectionState.Working;
        connection.Problem = null;
        connection.Failures = 0;
        connection.NextTryAt = clock.GetUtcNow(); // playlists of an earlier connection are followed again, even if the nudge is lost
        sessions.Write(connection, factory, values);
        await db.SaveChangesAsync(cancellationToken);
        return connection;
    }

    private async Task<T> AskAsync<T>(SourceConnection connection, Func<IConnectedSource, Task<T>> ask)
    {
        try
        {
            return await ask(sessions.Open(connection));
        }
        catch (ProviderException failure)
        {
            await health.NoteFailureAsync(connection.Id, failure);
            throw;
        }
    }
}
