using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Storage;
using Spotter.Core.Accounts;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Library;

/// <summary>Keeps an account's library in the database: tables of songs as blocks of bytes, of which a scan that found little adds a small one.</summary>
public sealed class LibraryStore(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    /// <summary>Every question asks each part: more than so many are written together.</summary>
    private const int MostParts = 8;

    /// <summary>Where more than this share of the songs stands beside the first table or counts no more, all are written together.</summary>
    private const double MostLoose = 0.25;

    /// <summary>
    /// Replaces what is known of the library by what was read, in one transaction: readers see the old one or the new one. Where <paramref name="known"/>
    /// is what the database holds, only what changed is written and indexed.
    /// </summary>
    /// <param name="accountId">Whose library.</param>
    /// <param name="read">What the server said.</param>
    /// <param name="known">The index in memory, or null.</param>
    /// <param name="knownReadAt">The moment of the read that <paramref name="known"/> stems from.</param>
    /// <param name="settleAsync">What else is stored with it, in the same transaction, or null: whatever must never be true of one without the other.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing has changed.</param>
    /// <returns>The new index, and the moment of the read, to the millisecond, as it is stored.</returns>
    public async Task<(LibraryIndex Index, DateTimeOffset ReadAt)> ReplaceAsync(
        int accountId, LibraryRead read, LibraryIndex? known, DateTimeOffset? knownReadAt,
        Func<SpotterDbContext, IDbContextTransaction, LibraryIndex, Task>? settleAsync, CancellationToken cancellationToken)
    {
        // Built before the transaction: indexing takes seconds, in which others may write.
        var change = known is null ? null : LibraryChange.Between(known, read.Songs);
        var index = change is null || IsLoose(known!, change) ? LibraryIndex.Build(read.Songs) : known!.With(change);

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);

        // Where another process has stored a read meanwhile, nothing of what is in the database is known to be ours.
        var isOurs = account.Library.ReadAt == knownReadAt;
        await WriteAsync(db, transaction, accountId, index, kept: isOurs ? known : null, cancellationToken);
        if (settleAsync is not null)
        {
            await settleAsync(db, transaction, index);
        }

        var readAt = Note(account.Library, index, read.Stamp, read.Cursor, isChanged: !isOurs || change is not { IsEmpty: true });
        account.Library.ReadInFullAt = readAt;
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (index, readAt);
    }

    /// <summary>Takes a change into what is known of the library, in one transaction.</summary>
    /// <param name="accountId">Whose library.</param>
    /// <param name="change">What is new, changed and gone.</param>
    /// <param name="news">The news that the change was made of.</param>
    /// <param name="known">The index in memory.</param>
    /// <param name="knownReadAt">The moment of the read that <paramref name="known"/> stems from.</param>
    /// <param name="settleAsync">What else is stored with it, in the same transaction, where something has changed; or null.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing has changed.</param>
    /// <returns>The new index and the moment of the read; null where the database holds another read than <paramref name="known"/>.</returns>
    public async Task<(LibraryIndex Index, DateTimeOffset ReadAt)?> ChangeAsync(
        int accountId, LibraryChange change, LibraryNews news, LibraryIndex known, DateTimeOffset? knownReadAt,
        Func<SpotterDbContext, IDbContextTransaction, LibraryIndex, Task>? settleAsync, CancellationToken cancellationToken)
    {
        // Built before the transaction, as for a whole read.
        var index = known.With(change);
        index = !change.IsEmpty && IsLoose(known, change) ? LibraryIndex.Build(SongTable.Of(index.Songs)) : index;

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
        if (account.Library.ReadAt != knownReadAt)
        {
            return null;
        }

        if (!change.IsEmpty)
        {
            await WriteAsync(db, transaction, accountId, index, kept: known, cancellationToken);
            if (settleAsync is not null)
            {
                await settleAsync(db, transaction, index);
            }
        }

        var readAt = Note(account.Library, index, news.Stamp, news.Cursor, isChanged: !change.IsEmpty);
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return (index, readAt);
    }

    /// <summary>The library as last read; null where it was never read, or is kept in a form that this version does not know.</summary>
    public async Task<LibraryIndex?> LoadAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);

        // One transaction, so that all blocks are of one read; deferred, so that nobody who writes has to wait.
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var transaction = await db.Database.UseTransactionAsync(
            ((SqliteConnection)db.Database.GetDbConnection()).BeginTransaction(deferred: true), cancellationToken)
            ?? throw new InvalidOperationException("The database gave no transaction.");
        var count = await db.LibraryBlocks.Where(block => block.AccountId == accountId && block.Number == 0).CountAsync(cancellationToken);
        if (count == 0)
        {
            return null;
        }

        var parts = new List<(SongTable, RemovedSongs)>(count);
        try
        {
            for (var part = 0; part < count; part++)
            {
                var removed = await db.LibraryBlocks.AsNoTracking()
                    .SingleOrDefaultAsync(block => block.AccountId == accountId && block.Part == part && block.Number == 0, cancellationToken)
                    ?? throw new InvalidDataException("A part of the library is missing.");
                using var stream = new LibraryBlockReader(db, transaction, accountId, part);
                parts.Add((SongTable.ReadFrom(stream), RemovedSongs.FromBytes(removed.Bytes)));
            }

            return LibraryIndex.Of(parts);
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Notes what was read. Returns the moment, to the millisecond, as it is stored.</summary>
    private DateTimeOffset Note(LibraryState library, LibraryIndex index, LibraryStamp stamp, string? cursor, bool isChanged)
    {
        var readAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        library.Stamp = stamp.Value;
        library.Cursor = cursor;
        library.ReadAt = readAt;
        library.ChangedAt = isChanged ? readAt : library.ChangedAt ?? readAt;
        library.SongCount = index.Count;
        (library.WithIsrcCount, library.WithRecordingMbidCount) = index.CountCodes();
        library.IsStale = false;
        library.Error = null;
        return readAt;
    }

    private static bool IsLoose(LibraryIndex known, LibraryChange change)
    {
        var loose = known.Parts.Skip(1).Sum(part => part.Table.Count) + known.Parts.Sum(part => part.Removed.Count) + change.Songs.Count + change.RemovedIds.Count;
        return known.Parts.Count >= MostParts || loose > MostLoose * (known.Count + change.Songs.Count);
    }

    // Tables never change: what stands in the database already stays there, but for which of its songs count.
    private static async Task WriteAsync(
        SpotterDbContext db, IDbContextTransaction transaction, int accountId, LibraryIndex index, LibraryIndex? kept, CancellationToken cancellationToken)
    {
        var parts = index.Parts;
        var shared = 0;
        while (kept is not null && shared < parts.Count && shared < kept.Parts.Count && ReferenceEquals(kept.Parts[shared].Table, parts[shared].Table))
        {
            shared++;
        }

        await db.LibraryBlocks.Where(block => block.AccountId == accountId && (block.Part >= shared || block.Number == 0)).ExecuteDeleteAsync(cancellationToken);
        for (var part = 0; part < parts.Count; part++)
        {
            await using var writer = new LibraryBlockWriter(db, transaction, accountId, part);
            await writer.WriteRemovedAsync(parts[part].Removed.ToBytes(), cancellationToken);
            if (part >= shared)
            {
                cancellationToken.ThrowIfCancellationRequested();
                parts[part].Table.WriteTo(writer);
            }
        }
    }
}
