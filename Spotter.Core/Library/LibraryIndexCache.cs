using System.Collections.Concurrent;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sync;

namespace Spotter.Core.Library;

/// <summary>One fresh index per account, shared by every run and page.</summary>
public sealed class LibraryIndexCache(
    IDbContextFactory<SpotterDbContext> contexts,
    LibraryStore store,
    ProviderRegistry providers,
    StoredIds ids,
    ISyncScheduler scheduler,
    EventBus bus,
    TimeProvider clock)
{
    /// <summary>The change detector does not see everything (deleted files, permissions): read again daily.</summary>
    private static readonly TimeSpan ReadAgainAfter = TimeSpan.FromDays(1);

    /// <summary>A server without a change detector is read again for every hourly run.</summary>
    private static readonly TimeSpan ReadAgainWithoutStamp = TimeSpan.FromMinutes(50);

    /// <summary>Runs that come close together share one look at the change detector.</summary>
    private static readonly TimeSpan StampGoodFor = TimeSpan.FromSeconds(10);

    /// <summary>Runs that were asked for together and wait for each other share one for longer.</summary>
    private static readonly TimeSpan StampGoodForWaiting = TimeSpan.FromMinutes(10);

    private static readonly TimeSpan ProgressEvery = TimeSpan.FromMilliseconds(250);

    private readonly ConcurrentDictionary<int, Entry> _entries = new();

    /// <summary>The index, read again from the server where the change detector or the clock says so. Concurrent callers share one read.</summary>
    /// <exception cref="ProviderException">The server could not answer; what was known stays.</exception>
    /// <exception cref="LibraryScanningException">A scan is under way.</exception>
    public Task<LibraryIndex> GetFreshAsync(int accountId, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
        => GetFreshAsync(accountId, askedAt: null, progress, cancellationToken);

    /// <summary>The same for a run that changes nothing on the server: a look at the change detector since the run was asked for is good enough, however long it waited.</summary>
    /// <param name="accountId">Whose library.</param>
    /// <param name="askedAt">When the run was asked for; null has the change detector looked at now.</param>
    /// <param name="progress">Told while the library is read, or null.</param>
    /// <param name="cancellationToken">Stops the reading.</param>
    /// <exception cref="ProviderException">The server could not answer; what was known stays.</exception>
    /// <exception cref="LibraryScanningException">A scan is under way.</exception>
    internal async Task<LibraryIndex> GetFreshAsync(
        int accountId, DateTimeOffset? askedAt, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
        var entry = EntryOf(accountId);
        await entry.Gate.WaitAsync(cancellationToken);
        try
        {
            var account = await FindAccountAsync(accountId, cancellationToken);
            var reader = await providers.GetAsync<ILibraryReader>(ProviderKinds.Navidrome, accountId, cancellationToken);
            var stamp = await ReadStampAsync(entry, askedAt, reader, cancellationToken);
            if (stamp.IsScanning)
            {
                throw new LibraryScanningException();
            }

            return (IsGood(account.Library, stamp) ? await LoadAsync(entry, account, cancellationToken) : null)
                ?? await ReadAsync(entry, account, reader, progress, cancellationToken);
        }
        finally
        {
            entry.Gate.Release();
        }
    }

    /// <summary>Whether the server says that a scan is under way.</summary>
    /// <param name="accountId">Whose server.</param>
    /// <param name="askedAt">A look since then is good enough; null looks now.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public async Task<bool> IsScanningAsync(int accountId, DateTimeOffset? askedAt, CancellationToken cancellationToken)
    {
        var reader = await providers.GetAsync<ILibraryReader>(ProviderKinds.Navidrome, accountId, cancellationToken);
        return (await ReadStampAsync(EntryOf(accountId), askedAt, reader, cancellationToken)).IsScanning;
    }

    /// <summary>The index as it is known now, from memory or database, without asking the server; empty where the library was never read.</summary>
    public async Task<LibraryIndex> GetKnownAsync(int accountId, CancellationToken cancellationToken)
    {
        var entry = EntryOf(accountId);
        if (entry.Index is { } index)
        {
            return index;
        }

        return await LoadAsync(entry, await FindAccountAsync(accountId, cancellationToken), cancellationToken) ?? LibraryIndex.Build([]);
    }

    /// <summary>Has the library read again at its next use: the server dropped an entry that we believed in.</summary>
    public async Task MarkStaleAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Accounts.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Library.IsStale, true), cancellationToken);
    }

    /// <summary>Has the account's library read again in the background, whatever the change detector says. Progress comes as <see cref="LibraryProgressed"/>.</summary>
    public async Task RequestRereadAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        foreach (var account in await db.Accounts.Where(account => account.UserId == userId).ToListAsync(cancellationToken))
        {
            account.Library.IsStale = true;
            account.Library.LookAgainAt = clock.GetUtcNow(); // whatever becomes of the nudge, the recovery looks
            await db.SaveChangesAsync(cancellationToken);
            scheduler.NudgeAccount(account.Id, account.UserName);
        }
    }

    /// <summary>How far the reading of this account's library is, or null where it is not being read now.</summary>
    public LibraryReadProgress? FindProgress(int accountId) => EntryOf(accountId).Progress;

    private Entry EntryOf(int accountId) => _entries.GetOrAdd(accountId, _ => new Entry());

    private async Task<Account> FindAccountAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.Accounts.AsNoTracking().SingleAsync(account => account.Id == accountId, cancellationToken);
    }

    private async Task<LibraryStamp> ReadStampAsync(Entry entry, DateTimeOffset? askedAt, ILibraryReader reader, CancellationToken cancellationToken)
    {
        var age = clock.GetUtcNow() - entry.StampReadAt;
        if (entry.Stamp is { IsScanning: false } known
            && (age < StampGoodFor || (age < StampGoodForWaiting && askedAt is { } moment && TargetListings.IsAfter(entry.StampReadAt, moment))))
        {
            return known;
        }

        var stamp = await reader.ReadStampAsync(cancellationToken);
        entry.StampReadAt = clock.GetUtcNow();
        entry.Stamp = stamp;
        return stamp;
    }

    private bool IsGood(LibraryState known, LibraryStamp stamp)
    {
        if (known.IsStale || known.ReadAt is not { } readAt || known.Stamp != stamp.Value)
        {
            return false;
        }

        // A read from the future is one of a clock that was wrong.
        var age = clock.GetUtcNow() - readAt;
        return age >= TimeSpan.Zero && age < (stamp.Value is null ? ReadAgainWithoutStamp : ReadAgainAfter);
    }

    /// <summary>The index in memory, unless the database holds a later read: another process's. Null where neither holds one.</summary>
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

    private async Task<LibraryIndex> ReadAsync(
        Entry entry, Account account, ILibraryReader reader, IProgress<LibraryReadProgress>? progress, CancellationToken cancellationToken)
    {
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
            var read = await reader.ReadLibraryAsync(broadcast, cancellationToken);
            var known = await LoadAsync(entry, account, cancellationToken);
            var (index, readAt) = await store.ReplaceAsync(
                account.Id, read, known, entry.IndexReadAt,
                (db, transaction, now) => ids.HealAsync(db, transaction, account, new SongLookup(now, reader as IIdTranslator), cancellationToken), cancellationToken);
            entry.Stamp = read.Stamp;
            entry.StampReadAt = clock.GetUtcNow();
            entry.IndexReadAt = readAt;
            entry.Index = index;
            return index;
        }
        catch (ProviderException exception)
        {
            await NoteErrorAsync(account.Id, exception.Message);
            throw;
        }
        finally
        {
            entry.Progress = null;
            bus.Publish(new LibraryProgressed(account.UserId, IsReading: false, 0, null));
        }
    }

    private async Task NoteErrorAsync(int accountId, string message)
    {
        await using var db = await contexts.CreateDbContextAsync(CancellationToken.None);
        await db.Accounts.Where(account => account.Id == accountId)
            .ExecuteUpdateAsync(set => set.SetProperty(account => account.Library.Error, message), CancellationToken.None);
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
