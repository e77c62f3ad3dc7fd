using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>Brings the file to the current schema before anything else uses it.</summary>
internal sealed partial class SqliteMigration(string file, TimeProvider time, ILogger logger)
{
    /// <summary>A migration takes about a second. A lock older than this was left by a process that was killed.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(30);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task RunAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        RestrictToOwner();
        await RemoveStaleLockAsync(db, cancellationToken);
        await DatabaseSchema.BringUpToDateAsync(db, cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }

    /// <summary>The database contains what people listen to, so only its owner may read the file. SQLite gives its journals the same
    /// permissions when it creates them.</summary>
    private void RestrictToOwner()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        try
        {
            if (!File.Exists(file))
            {
                using var made = new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, UnixCreateMode = OwnerOnly });
                return;
            }

            // Permissions are only removed, never added: a file that its owner made read-only stays read-only.
            var mode = File.GetUnixFileMode(file) & OwnerOnly;
            foreach (var one in (string[])[file, file + "-wal", file + "-shm"])
            {
                // SQLite does not update the permissions of existing journals.
                if (File.Exists(one) && File.GetUnixFileMode(one) != mode)
                {
                    File.SetUnixFileMode(one, mode);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file belongs to another user, or the disk has no Unix permissions. Whether the file is usable shows when SQLite opens it.
            Log.NotRestricted(logger, file, exception.Message);
        }
    }

    // EF waits for its lock forever, and a process that is killed never releases it.
    private async Task RemoveStaleLockAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        while (await FindLockAsync(db, cancellationToken) is { } lockedAt)
        {
            if (time.GetUtcNow() - lockedAt > StaleAfter)
            {
                await db.Database.ExecuteSqlRawAsync("""DELETE FROM "__EFMigrationsLock";""", cancellationToken);
                Log.RemovedStaleLock(logger, lockedAt);
                return;
            }

            // Another process may be migrating right now.
            await Task.Delay(TimeSpan.FromSeconds(1), time, cancellationToken);
        }
    }

    private static async Task<DateTimeOffset?> FindLockAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        var tables = db.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM sqlite_master WHERE name = '__EFMigrationsLock'""");
        if (await tables.SingleAsync(cancellationToken) == 0)
        {
            return null;
        }

        var moments = await db.Database.SqlQueryRaw<string>("""SELECT "Timestamp" AS "Value" FROM "__EFMigrationsLock" """).ToListAsync(cancellationToken);
        return moments is [var moment, ..] ? DateTimeOffset.Parse(moment, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal) : null;
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The database {File} could not be closed to other users of this machine: {Reason}")]
        public static partial void NotRestricted(ILogger logger, string file, string reason);

        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Removed the migration lock of {LockedAt:O}: the process that took it is gone.")]
        public static partial void RemovedStaleLock(ILogger logger, DateTimeOffset lockedAt);
    }
}
