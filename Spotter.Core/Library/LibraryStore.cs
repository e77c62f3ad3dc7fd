using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Indexing;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Library;

/// <summary>Stores an account's library: tables of songs as blocks of bytes, to which a scan that found little adds a small one.</summary>
public sealed class LibraryStore(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    /// <summary>The most parts. Every query asks each of them; more are written as one.</summary>
    private const int MostParts = 8;

    /// <summary>If more than this share of the songs is outside the first table or gone, everything is written as one table.</summary>
    private const double MostLoose = 0.25;

    /// <summary>
    /// Replaces the stored library by what was read, in one transaction: readers see the old one or the new one. If <paramref name="known"/>
    /// is what the database holds, only the changes are written and indexed.
    /// </summary>
    /// <param name="accountId">Whose library.</param>
    /// <param name="read">What the server returned.</param>
    /// <param name="known">The index in memory, or null.</param>
    /// <param name="knownReadAt">The time of the read that <paramref name="known"/> comes from.</param>
    /// <param name="settleAsync">What else is stored in the same transaction, because one must never be stored without the other; or null.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing has changed.</param>
    /// <returns>The new index, and the time of the read as it is stored, to the millisecond.</returns>
    public async Task<(LibraryIndex Index, DateTimeOffset ReadAt)> ReplaceAsync(
        int accountId, LibraryRead read, LibraryIndex? known, DateTimeOffset? knownReadAt,
        Func<SpotterDbContext, LibraryIndex, Task>? settleAsync, CancellationToken cancellationToken)
    {
        // Built before the transaction: indexing takes seconds, in which others may write.
        var change = known is null ? null : LibraryChange.Between(known, read.Songs);
        var index = change is null || IsLoose(known!, change) ? LibraryIndex.Build(read.Songs) : known!.With(change);
        var storedAt = await contexts.WriteAsync(ReplaceAsync, cancellationToken);
        return (index, storedAt);

        async Task<DateTimeOffset> ReplaceAsync(SpotterDbContext db)
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
            index = index.WithPaths(MakesUpPaths(account.ServerType));

            // If another process has stored a read meanwhile, nothing in the database is certain to be ours.
            var isOurs = account.Library.ReadAt == knownReadAt;
            await WriteAsync(db, accountId, index, kept: isOurs ? known : null, cancellationToken);
            if (settleAsync is not null)
            {
                await settleAsync(db, index);
            }

            var readAt = Note(account.Library, index, read.Stamp, read.Cursor, isChanged: !isOurs || change is not { IsEmpty: true });
            account.Library.ReadInFullAt = readAt;
            await db.SaveChangesAsync(cancellationToken);
            return readAt;
        }
    }

    /// <summary>Adds a change to the stored library, in one transaction.</summary>
    /// <param name="accountId">Whose library.</param>
    /// <param name="change">What is new, changed and gone.</param>
    /// <param name="news">The news from which the change was made.</param>
    /// <param name="known">The index in memory.</param>
    /// <param name="knownReadAt">The time of the read that <paramref name="known"/> comes from.</param>
    /// <param name="settleAsync">What else is stored in the same transaction if something changed; or null.</param>
    /// <param name="cancellationToken">Stops the writing; then nothing has changed.</param>
    /// <returns>The new index and the time of the read; null if the database holds another read than <paramref name="known"/>.</returns>
    public async Task<(LibraryIndex Index, DateTimeOffset ReadAt)?> ChangeAsync(
        int accountId, LibraryChange change, LibraryNews news, LibraryIndex known, DateTimeOffset? knownReadAt,
        Func<SpotterDbContext, LibraryIndex, Task>? settleAsync, CancellationToken cancellationToken)
    {
        // Built before the transaction, as for a whole read.
        var index = known.With(change);
        index = !change.IsEmpty && IsLoose(known, change) ? LibraryIndex.Build(SongTable.Of(index.Songs)).WithPaths(known.MakesUpRelativePaths) : index;
        return await contexts.WriteAsync<DateTimeOffset?>(ChangeAsync, cancellationToken) is { } stored ? (index, stored) : null;

        async Task<DateTimeOffset?> ChangeAsync(SpotterDbContext db)
        {
            var account = await db.Accounts.SingleAsync(a => a.Id == accountId, cancellationToken);
            if (account.Library.ReadAt != knownReadAt)
            {
                return null;
            }

            if (!change.IsEmpty)
            {
                await WriteAsync(db, accountId, index, kept: known, cancellationToken);
                if (settleAsync is not null)
                {
                    await settleAsync(db, index);
                }
            }

            var readAt = Note(account.Library, index, news.Stamp, news.Cursor, isChanged: !change.IsEmpty);
            await db.SaveChangesAsync(cancellationToken);
            return readAt;
        }
    }

    /// <summary>The library as last read; null if it was never read, or is stored in a format that this version does not know.</summary>
    public Task<LibraryIndex?> LoadAsync(int accountId, CancellationToken cancellationToken)
        => contexts.ReadAsync(db => LoadAsync(db, accountId, cancellationToken), cancellationToken); // all blocks are of one read

    private static async Task<LibraryIndex?> LoadAsync(SpotterDbContext db, int accountId, CancellationToken cancellationToken)
    {
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
                using var stream = new LibraryBlockReader(db, accountId, part);
                parts.Add((SongTable.ReadFrom(stream), RemovedSongs.FromBytes(removed.Bytes)));
            }

            var serverType = await db.Accounts.Where(account => account.Id == accountId).Select(account => account.ServerType).SingleOrDefaultAsync(cancellationToken);
            return LibraryIndex.Of(parts).WithPaths(MakesUpPaths(serverType));
        }
        catch (InvalidDataException)
        {
            return null;
        }
    }

    /// <summary>Records what was read. Returns the time as it is stored, to the millisecond.</summary>
    private DateTimeOffset Note(LibraryState library, LibraryIndex index, LibraryStamp stamp, string? cursor, bool isChanged)
    {
        var readAt = DateTimeOffset.FromUnixTimeMilliseconds(clock.GetUtcNow().ToUnixTimeMilliseconds());
        library.Stamp = stamp.Value;
        library.Cursor = cursor;
        library.ReadAt = readAt;
        library.ChangedAt = isChanged ? readAt : library.ChangedAt ?? readAt;
        library.SongCount = index.Count;
        (library.WithIsrcCount, library.WithRecordingMbidCount) = index.CountCodes();
        library.HasRealPaths = index.HasRealPaths;
        library.IsStale = false;
        library.Error = null;
        return readAt;
    }

    /// <summary>Navidrome tells paths that it makes of the tags, unless an administrator ticks "report real path" for this player; real ones are absolute.</summary>
    private static bool MakesUpPaths(string? serverType) => "navidrome".Equals(serverType, StringComparison.OrdinalIgnoreCase);

    private static bool IsLoose(LibraryIndex known, LibraryChange change)
    {
        var loose = known.Parts.Skip(1).Sum(part => part.Table.Count) + known.Parts.Sum(part => part.Removed.Count) + change.Songs.Count + change.RemovedIds.Count;
        return known.Parts.Count >= MostParts || loose > MostLoose * (known.Count + change.Songs.Count);
    }

    // Tables are immutable: only the record of which songs are gone changes.
    private static async Task WriteAsync(
        SpotterDbContext db, int accountId, LibraryIndex index, LibraryIndex? kept, CancellationToken cancellationToken)
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
            await using var writer = new LibraryBlockWriter(db, accountId, part);
            await writer.WriteRemovedAsync(parts[part].Removed.ToBytes(), cancellationToken);
            if (part >= shared)
            {
                cancellationToken.ThrowIfCancellationRequested();
                parts[part].Table.WriteTo(writer);
            }
        }
    }
}
