using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Background;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Telemetry;

namespace Spotter.Core.Library;

/// <summary>One fresh index per account, shared by every run and page.</summary>
public sealed class LibraryIndexCache(
    IDbContextFactory<SpotterDbContext> contexts,
    LibraryStore store,
    ProviderRegistry providers,
    ILibraryListener listener,
    ServerProfiles servers,
    EventBus bus,
    TimeProvider clock)
{
    /// <summary>The change detector does not see everything (deleted files, permissions), so everything is read daily.</summary>
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromDays(1);

    /// <summary>A server whose change detector does not see every scan is read again for every hourly run.</summary>
    private static readonly TimeSpan ReadAgainWithoutSign = TimeSpan.FromMinutes(50);

    /// <summary>How old a library of such a server may be when somebody asks.</summary>
    private static readonly TimeSpan MaxAgeOnRequest = TimeSpan.FromMinutes(1);

    /// <summary>Runs that come close together share one check of the change detector.</summary>
    private static readonly TimeSpan StampGoodFor = TimeSpan.FromSeconds(10);

    /// <summary>Runs that were requested together and wait for each other share one for longer.</summary>
    private static readonly TimeSpan StampGoodForWaiting = TimeSpan.FromMinutes(10);
    /// <summary>How soon to check again if a scan was running.</summary>
    private static readonly TimeSpan ScanPause = TimeSpan.FromMinutes(1);

    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    /// <summary>
    /// The index, read from the server if the change detector or the schedule says so. Concurrent callers share one read. During a scan it
    /// is the previous one, and the account is checked again in a minute.
    /// </summary>
    /// <param name="accountId">Whose library.</param>
    /// <param name="askedAt">When somebody made the request that needs the index: the change detector is checked after that. Null if a recent check will do.</param>
    /// <param name="progress">Receives the progress of a read.</param>
    /// <param name="cancellationToken">Stops the read.</param>
    /// <exception cref="ProviderException">The server could not answer; the known library stays.</exception>
    /// <exception cref="LibraryScanningException">A scan is running, and there is no library yet that could be used meanwhile.</exception>
    public async Task<LibraryIndex> GetFreshAsync(
        int accountId, DateTimeOffset? askedAt, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var entry = EntryOf(accountId);
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var account = await FindAccountAsync(accountId, cancellationToken);
            var reader = await providers.GetAsync<ILibraryReader>(ProviderKinds.Navidrome, accountId, cancellationToken);
            var stamp = await ReadStampAsync(entry, reader, askedAt, cancellationToken);
            if (stamp.IsScanning)
            {
                return await LoadDuringScanAsync(entry, account, stamp, cancellationToken) ?? throw new LibraryScanningException(servers.Name, stamp.SongCount);
            }

            if (IsGood(account.Library, stamp, askedAt) && await LoadAsync(entry, account, cancellationToken) is { } good)
            {
                return good;
            }

            try
            {
                return await ReadNewsAsync(entry, account, reader, stamp, cancellationToken)
                    ?? await ReadAsync(entry, account, reader, progress, cancellationToken);
            }
            catch (LibraryScanningException)
            {
                // A scan that began meanwhile is no reason to wait either.
                if (await LoadDuringScanAsync(entry, account, stamp, cancellationToken) is { } known)
                {
                    return known;
                }

                throw;
            }
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>Forces a check of the change detector at the next use, however recent the last one is.</summary>
    public void ForgetStamp(int accountId) => EntryOf(accountId).Stamp = null;

    /// <summary>Whether a scan was running at the last check of the server.</summary>
    public bool SawScan(int accountId) => EntryOf(accountId).Stamp is { IsScanning: true };

    /// <summary>The stamp of a scan that has to end first, because there is no library yet that could be used meanwhile; null if nothing has to wait.</summary>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public async Task<LibraryStamp?> FindScanToWaitForAsync(int accountId, CancellationToken cancellationToken)
    {
        if ((await FindAccountAsync(accountId, cancellationToken)).Library is { ReadAt: not null, IsStale: false })
        {
            return null;
        }

        var reader = await providers.GetAsync<ILibraryReader>(ProviderKinds.Navidrome, accountId, cancellationToken);
        return await ReadStampAsync(EntryOf(accountId), reader, askedAt: null, cancellationToken) is { IsScanning: true } stamp ? stamp : null;
    }

    /// <summary>The known index, from memory or database, without asking the server; empty if the library was never read.</summary>
    public async Task<LibraryIndex> GetKnownAsync(int accountId, CancellationToken cancellationToken)
    {
        var entry = EntryOf(accountId);
        if (entry.Index is { } index)
        {
            return index;
        }

        return await LoadAsync(entry, await FindAccountAsync(accountId, cancellationToken), cancellationToken) ?? LibraryIndex.Build([]);
    }

    /// <summary>Forces a read of the library at its next use: the server dropped an entry that Spotter knew.</summary>
    public async Task MarkStaleAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Accounts.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Library.IsStale, true), cancellationToken);
    }

    /// <summary>The progress of the read of this account's library, or null if it is not being read.</summary>
    public LibraryReadProgress? FindProgress(int accountId) => EntryOf(accountId).Progress;

    private Entry EntryOf(int accountId) => _entries.GetOrAdd(accountId, _ => new Entry());

    private async Task<Account> FindAccountAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == accountId, cancellationToken);
    }

    private async Task<LibraryStamp> ReadStampAsync(Entry entry, ILibraryReader reader, DateTimeOffset? askedAt, CancellationToken cancellationToken)
    {
        // A check after the request is good enough, however long the run has waited for its turn. Without a request, only a very recent one is.
        var now = clock.GetUtcNow();
        if (entry.Stamp is { IsScanning: false } known
            && Recency.IsRecent(now, entry.StampReadAt, askedAt is null ? StampGoodFor : StampGoodForWaiting)
            && !(askedAt is { } moment && !Recency.IsAfter(entry.StampReadAt, moment)))
        {
            return known;
        }

        var stamp = await reader.ReadStampAsync(cancellationToken);
        // The moment before the call: a change during the call may not be in the answer.
        entry.StampReadAt = now;
        entry.Stamp = stamp;
        return stamp;
    }

    private bool IsGood(LibraryState known, LibraryStamp stamp, DateTimeOffset? askedAt)
    {
        if (known.IsStale || known.ReadAt is not { } readAt || known.Stamp != stamp.Value)
        {
            return false;
        }

        return stamp.MovesWithEveryScan
            ? IsFromToday(known)
            : IsYoungerThan(readAt, ReadAgainWithoutSign) && !(readAt < askedAt - MaxAgeOnRequest);
    }

    /// <summary>Neither the change detector nor the list of changes sees everything: once a day everything is read.</summary>
    private bool IsFromToday(LibraryState known) => (known.ReadInFullAt ?? known.ReadAt) is { } readAt && IsYoungerThan(readAt, ReadAgainAfter);

    /// <summary>A read from the future comes from a wrong clock and counts as old.</summary>
    private bool IsYoungerThan(DateTimeOffset readAt, TimeSpan limit) => clock.GetUtcNow() - readAt is var age && age >= TimeSpan.Zero && age < limit;

    /// <summary>The known index, as long as ids are stable; the account is checked again when the scan may have ended.</summary>
    private async Task<LibraryIndex?> LoadDuringScanAsync(Entry entry, Account account, LibraryStamp stamp, CancellationToken cancellationToken)
    {
        if (account.Library is not { ReadAt: not null, IsStale: false } || !stamp.IsOfRelease(account.Library.Stamp)
            || await LoadAsync(entry, account, cancellationToken) is not { } index)
        {
            return null;
        }

        var lookAgainAt = clock.GetUtcNow() + ScanPause;
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Accounts.Where(a => a.Id == account.Id && a.Library.LookAgainAt == null)
            .ExecuteUpdateAsync(set => set.SetProperty(a => a.Library.LookAgainAt, lookAgainAt), cancellationToken);
        return index;
    }

    /// <summary>The index in memory, unless the database holds a later read by another process. Null if neither holds one.</summary>
    private async Task<LibraryIndex?> LoadAsync(Entry entry, Account account, CancellationToken cancellationToken)
    {
        await entry.LoadGate.WaitAsync(cancellationToken);
        try
        {
            if (entry.Index is { } index && entry.IndexReadAt == account.Library.ReadAt)
            {
                return index;
            }

            entry.Index = await store.LoadAsync(account.Id, cancellationToken);
            entry.IndexReadAt = account.Library.ReadAt;
            return entry.Index;
        }
        finally
        {
            entry.LoadGate.Release();
        }
    }

    /// <summary>The index with the changes since the last read; null if everything must be read, because the server cannot say or its sums do not add up.</summary>
    private async Task<LibraryIndex?> ReadNewsAsync(
        Entry entry, Account account, ILibraryReader reader, LibraryStamp stamp, CancellationToken cancellationToken)
    {
        if (account.Library is not { IsStale: false, ReadInFullAt: not null, Stamp: { } lastStamp, Cursor: { } cursor, SongCount: var count } library || !IsFromToday(library)
            || await LoadAsync(entry, account, cancellationToken) is not { } known)
        {
            return null;
        }

        var startedAt = clock.GetUtcNow();
        if (await reader.ReadNewsAsync(new(lastStamp, cursor, count), stamp, cancellationToken) is not { } news)
        {
            return null;
        }

        var change = LibraryChange.OfAlbums(known, news.AlbumIds, news.Songs);
        if (news.SongCount is { } expected && known.CountAfter(change) != expected)
        {
            return null;
        }

        if (await store.ChangeAsync(account.Id, change, news, known, entry.IndexReadAt, Heal(account, reader, cancellationToken), cancellationToken) is not var (index, readAt))
        {
            return null;
        }

        Take(entry, index, readAt, news.Stamp, startedAt);
        return index;
    }

    private async Task<LibraryIndex> ReadAsync(
        Entry entry, Account account, ILibraryReader reader, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var startedAt = clock.GetUtcNow();
        var toldAt = clock.GetTimestamp();
        var broadcast = new Relay(read =>
        {
            entry.Progress = read;
            if (clock.GetElapsedTime(toldAt) >= ProgressEvery)
            {
                toldAt = clock.GetTimestamp();
                bus.Publish(new LibraryProgressed(account.UserId, IsReading: true, read.Read, read.Total));
                progress?.Report(read);
            }
        });
        try
        {
            entry.Progress = new(0, null);
            bus.Publish(new LibraryProgressed(account.UserId, IsReading: true, 0, null));
            LibraryRead? read = await reader.ReadLibraryAsync(broadcast, cancellationToken);
            var known = await LoadAsync(entry, account, cancellationToken);
            var stamp = read.Stamp;
            var (index, readAt) = await store.ReplaceAsync(account.Id, read, known, entry.IndexReadAt, Heal(account, reader, cancellationToken), cancellationToken);
            read = null;
            Take(entry, index, readAt, stamp, startedAt);
            MemoryTrimmer.TrimSoon();
            return index;
        }
        catch (ProviderException exception)
        {
            await NoteErrorAsync(account.Id, exception.Reason);
            throw;
        }
        finally
        {
            entry.Progress = null;
            bus.Publish(new LibraryProgressed(account.UserId, IsReading: false, 0, null));
        }
    }

    /// <summary>Replaces the known library by the one that was read.</summary>
    private static void Take(Entry entry, LibraryIndex index, DateTimeOffset readAt, LibraryStamp stamp, DateTimeOffset startedAt)
    {
        entry.Stamp = stamp;
        entry.StampReadAt = startedAt;
        entry.IndexReadAt = readAt;
        entry.Index = index;
    }

    /// <summary>Updates stored ids to the library that is being stored, in the same transaction.</summary>
    private Func<SpotterDbContext, LibraryIndex, Task> Heal(Account account, ILibraryReader reader, CancellationToken cancellationToken)
        => (db, now) => listener.HealAsync(db, account, new SongLookup(now, reader as IIdTranslator), cancellationToken);

    private async Task NoteErrorAsync(int accountId, Fact reason)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Accounts.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Library.Error, reason), CancellationToken.None);
    }

    private sealed class Entry
    {
        public SemaphoreSlim Gate { get; } = new(1);

        public SemaphoreSlim LoadGate { get; } = new(1);

        public LibraryIndex? Index { get; set; }

        public DateTimeOffset? IndexReadAt { get; set; }

        public LibraryStamp? Stamp { get; set; }

        public DateTimeOffset StampReadAt { get; set; }

        public LibraryReadProgress? Progress { get; set; }
    }

    /// <summary>Reports on the reader's thread; Progress&lt;T&gt; would post to another one and lose the order.</summary>
    private sealed class Relay(Action<LibraryReadProgress> report) : IProgress<LibraryReadProgress>
    {
        public void Report(LibraryReadProgress value) => report(value);
    }
}
