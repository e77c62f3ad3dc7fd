using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;

namespace Spotter.Core.Sync.Servers;

/// <summary>
/// Recognises that a server was set up from scratch: its library has less than a tenth of the songs that were known by their ids, and none
/// of our lists exists there. It is one event per account, and the user is asked once. Until the user answers, only what the user asks for
/// is written.
/// </summary>
public sealed class ServerRenewals(
    IDbContextFactory<SpotterDbContext> contexts, SyncRequests requests, ServerProfiles servers, SyncEventLog log, EventBus bus, TimeProvider clock)
{
    /// <summary>It is the known server if at least one in this many known songs is there.</summary>
    private const int OneSongOf = 10;

    /// <summary>The open question to the user, or null if there is none.</summary>
    public async Task<OpenRenewal?> FindOpenAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.Accounts.AsNoTracking().FirstOrDefaultAsync(account => account.UserId == userId, cancellationToken)
            is not { Renewal: { RecognisedAt: { } recognisedAt, IsUnanswered: true } } account)
        {
            return null;
        }

        var orphaned = await Orphaned(db, account).AsNoTracking().ToListAsync(cancellationToken);
        return new(recognisedAt, account.Renewal.KnownSongs, account.Renewal.FoundSongs,
            [.. orphaned.OrderBy(playlist => playlist.WantedName, StringComparer.CurrentCultureIgnoreCase).Select(playlist => new OrphanedPlaylist(playlist.Id, playlist.WantedName))]);
    }

    /// <summary>Stores the user's answer and syncs every affected playlist accordingly. Returns how many. Null if there is no open
    /// question.</summary>
    public async Task<int?> AnswerAsync(int userId, RenewalAnswer answer, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        if (await contexts.WriteAsync(db => AnswerAsync(db, userId, answer, trigger, cancellationToken), cancellationToken) is not { } concerned)
        {
            return null;
        }

        foreach (var playlist in concerned)
        {
            await requests.RequestAsync(userId, playlist.Id, SyncCommand.Sync(), trigger, CancellationToken.None);
        }

        bus.Publish(new PlaylistListChanged(userId));
        return concerned.Count;
    }

    /// <summary>Records a suspicion if a library that was just read has hardly any of the songs that are known by id. Called before those
    /// ids are healed.</summary>
    /// <param name="db">The context of the healing's transaction.</param>
    /// <param name="account">The owner of the library.</param>
    /// <param name="rows">How the rows that are known by id compare to the library.</param>
    /// <param name="lookup">The library.</param>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    internal async Task NoteAsync(SpotterDbContext db, Account account, MatchedRows rows, SongLookup lookup, CancellationToken cancellationToken)
    {
        if (OneSongOf * rows.TitledAlike >= rows.SongCount)
        {
            return;
        }

        // Some servers number their songs, and a new one starts at one again: the song with the id must be the one that was known.
        var known = await db.Tracks.AsNoTracking().Where(track => rows.There.Contains(track.Id))
            .Select(track => new { track.SongId, track.Song }).ToListAsync(cancellationToken);
        var found = known.Count(track => track.Song is { } song && lookup.FindById(track.SongId!)?.Title == song.Title);
        if (OneSongOf * found < rows.SongCount)
        {
            var now = clock.GetUtcNow();
            await db.Accounts.Where(a => a.Id == account.Id).ExecuteUpdateAsync(
                set => set.SetProperty(a => a.Renewal.SuspectedAt, now).SetProperty(a => a.Renewal.KnownSongs, rows.SongCount).SetProperty(a => a.Renewal.FoundSongs, found),
                cancellationToken);
        }
    }

    /// <summary>Whether the account's user has to decide first what to do with their playlists. Asks the server for its lists only if there
    /// is a suspicion or an open question.</summary>
    /// <param name="accountId">The account.</param>
    /// <param name="syncer">Its server.</param>
    /// <param name="lists">Its lists if they were just read, otherwise null.</param>
    /// <param name="cancellationToken">Stops between two calls.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    internal async Task<bool> AwaitsAnswerAsync(
        int accountId, IPlaylistSyncer syncer, IReadOnlyList<TargetSummary>? lists, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
        if (account.Renewal is { SuspectedAt: null, IsUnanswered: false })
        {
            return false;
        }

        var isNew = account.Renewal.SuspectedAt is not null;
        var own = (lists ?? await syncer.ListTargetsAsync(cancellationToken)).Where(list => list.IsOwn).ToList();
        if (await IsAnyTargetThereAsync(db, account, isNew ? null : account.Renewal.RecognisedAt, syncer as IIdTranslator, own, cancellationToken))
        {
            // It is the known server, or that one is back.
            account.Renewal = new();
            await db.SaveChangesAsync(cancellationToken);
            bus.Publish(new PlaylistListChanged(account.UserId));
            return false;
        }

        var orphaned = await (isNew ? Enabled(db, account) : Orphaned(db, account)).CountAsync(cancellationToken);
        if (orphaned == 0)
        {
            // There is nothing to ask about, or every playlist was decided separately.
            (account.Renewal.SuspectedAt, account.Renewal.RecognisedAt) = (null, null);
            await db.SaveChangesAsync(cancellationToken);
            bus.Publish(new PlaylistListChanged(account.UserId));
            return false;
        }

        if (isNew)
        {
            await RecogniseAsync(account, orphaned, cancellationToken);
        }

        return true;
    }

    /// <summary>What the server's renewal means for a run of this playlist.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    internal async Task<RenewalStatus> FindRenewalStatusAsync(Playlist playlist, IPlaylistSyncer syncer, CancellationToken cancellationToken)
    {
        if (await AwaitsAnswerAsync(playlist.AccountId, syncer, lists: null, cancellationToken))
        {
            return new(IsUnanswered: true, Answer: null);
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var renewal = await db.Accounts.AsNoTracking().Where(a => a.Id == playlist.AccountId).Select(a => a.Renewal).SingleAsync(cancellationToken);
        return renewal is { RecognisedAt: { } recognisedAt, Answer: { } answer } && !(playlist.LastSyncedAt >= recognisedAt)
            ? new(IsUnanswered: false, answer)
            : RenewalStatus.None;
    }

    /// <summary>Whether one of the lists that we have, or have left, is on the server. If a time is given, only the lists of playlists not
    /// synced since count.</summary>
    private static async Task<bool> IsAnyTargetThereAsync(
        SpotterDbContext db, Account account, DateTimeOffset? since, IIdTranslator? translator, List<TargetSummary> own, CancellationToken cancellationToken)
    {
        var ids = own.Select(list => list.Id).ToHashSet(StringComparer.Ordinal);
        var before = db.Playlists.AsNoTracking().Where(p => p.AccountId == account.Id && (p.NavidromePlaylistId != null || p.LeftTargetId != null));
        return (await Unsynced(before, since).ToListAsync(cancellationToken)).Any(playlist =>
            ids.Contains(playlist.KnownTargetId!)
            || (translator is not null && ids.Contains(translator.Translate(playlist.KnownTargetId!)))
            || own.Any(list => TargetMarker.IsIn(list.Comment, playlist.Marker)));
    }

    private static IQueryable<Playlist> Enabled(SpotterDbContext db, Account account)
        => db.Playlists.Where(p => p.AccountId == account.Id && p.SyncEnabled && p.NavidromePlaylistId != null);

    /// <summary>The playlists that have not been synced since the server was set up from scratch.</summary>
    private static IQueryable<Playlist> Orphaned(SpotterDbContext db, Account account) => Unsynced(Enabled(db, account), account.Renewal.RecognisedAt);

    private static IQueryable<Playlist> Unsynced(IQueryable<Playlist> playlists, DateTimeOffset? since)
        => since is null ? playlists : playlists.Where(p => p.LastSyncedAt == null || p.LastSyncedAt < since);

    private static IQueryable<Playlist> HeldFor(SpotterDbContext db, Account account)
        => db.Playlists.Where(p => p.AccountId == account.Id && p.SyncEnabled && p.HeldBackRule == SafetyRule.ServerRenewed);

    /// <returns>The playlists that the answer concerns; null where nothing is asked.</returns>
    private async Task<List<Playlist>?> AnswerAsync(SpotterDbContext db, int userId, RenewalAnswer answer, SyncTrigger trigger, CancellationToken cancellationToken)
    {
        if (await db.Accounts.FirstOrDefaultAsync(account => account.UserId == userId, cancellationToken) is not { Renewal.IsUnanswered: true } account)
        {
            return null;
        }

        account.Renewal.Answer = answer;
        var orphaned = await Orphaned(db, account).ToListAsync(cancellationToken);
        List<Playlist> concerned = [.. orphaned.Union(await HeldFor(db, account).ToListAsync(cancellationToken))];
        foreach (var playlist in concerned)
        {
            playlist.LibraryCountAtWrite = 0; // of another library: nothing to measure this one against
        }

        log.Add(db, userId, null, Guid.NewGuid(), SyncEventType.Refreshed, ProviderKinds.Navidrome, FactOf(answer, orphaned.Count), new() { Trigger = trigger });
        await db.SaveChangesAsync(cancellationToken);
        return concerned;
    }

    /// <summary>Says it once, however many look at the same time.</summary>
    private async Task RecogniseAsync(Account account, int orphaned, CancellationToken cancellationToken)
    {
        if (await contexts.WriteAsync(db => RecogniseAsync(db, account, orphaned, cancellationToken), cancellationToken))
        {
            bus.Publish(new PlaylistListChanged(account.UserId));
            bus.Publish(new Notification(account.UserId, NotificationSeverity.Warning, new Fact.AnswerWanted(servers.Name)));
        }
    }

    /// <returns>Whether nobody has said it before.</returns>
    private async Task<bool> RecogniseAsync(SpotterDbContext db, Account account, int orphaned, CancellationToken cancellationToken)
    {
        var (suspectedAt, now) = (account.Renewal.SuspectedAt, clock.GetUtcNow());
        var noted = await db.Accounts.Where(a => a.Id == account.Id && a.Renewal.SuspectedAt == suspectedAt).ExecuteUpdateAsync(
            set => set.SetProperty(a => a.Renewal.SuspectedAt, (DateTimeOffset?)null)
                .SetProperty(a => a.Renewal.RecognisedAt, now)
                .SetProperty(a => a.Renewal.Answer, (RenewalAnswer?)null),
            cancellationToken);
        if (noted == 0)
        {
            return false;
        }

        var renewed = new Fact.ServerRenewed(servers.Name, orphaned, account.Renewal.FoundSongs, account.Renewal.KnownSongs);
        log.Add(db, account.UserId, null, Guid.NewGuid(), SyncEventType.HeldBack, ProviderKinds.Navidrome, renewed, new() { Rule = SafetyRule.ServerRenewed });
        await db.SaveChangesAsync(cancellationToken);
        return true;
    }

    private Fact FactOf(RenewalAnswer answer, int playlists) => answer switch
    {
        RenewalAnswer.CreateAll => new Fact.ToCreateAgain(servers.Name, playlists),
        RenewalAnswer.PairCertain => new Fact.ToPairWhereCertain(servers.Name, playlists),
        RenewalAnswer.LookAtEach => new Fact.ToLookAt(servers.Name, playlists),
    };
}
