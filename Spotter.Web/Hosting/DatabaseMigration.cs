using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Migrates the database to the current schema before anything else starts.</summary>
public sealed partial class DatabaseMigration(
    IDbContextFactory<SpotterDbContext> contexts, SpotterSettings settings, TimeProvider time, ILogger<DatabaseMigration> logger)
    : IHostedLifecycleService
{
    /// <summary>A migration takes a second. A lock this old was left by a process that was killed during one.</summary>
    public static readonly TimeSpan StaleAfter = TimeSpan.FromSeconds(30);

    private const UnixFileMode OwnerOnly = UnixFileMode.UserRead | UnixFileMode.UserWrite;

    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.DataFolder);
        RestrictToOwner();
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await RemoveStaleLockAsync(db, cancellationToken);
        await db.Database.MigrateAsync(cancellationToken);
        await db.Database.ExecuteSqlRawAsync("PRAGMA journal_mode = WAL;", cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    /// <summary>The database shows what everybody listens to, so only its owner may read the file. SQLite gives its journals the same
    /// permissions.</summary>
    private void RestrictToOwner()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        var file = settings.Database.DataSource;
        try
        {
            if (!File.Exists(file))
            {
                using var made = new FileStream(file, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, UnixCreateMode = OwnerOnly });
                return;
            }

            // Permissions are only removed, never added: a file that its owner made read-only stays so.
            var mode = File.GetUnixFileMode(file) & OwnerOnly;
            foreach (var one in (string[])[file, file + "-wal", file + "-shm"])
            {
                // SQLite creates the journals with the permissions that the file had then, and keeps them.
                if (File.Exists(one) && File.GetUnixFileMode(one) != mode)
                {
                    File.SetUnixFileMode(one, mode);
                }
            }
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            // The file belongs to somebody else, or the file system has no such permissions. SQLite finds out whether it can be used at
            // all.
            Log.NotRestricted(logger, file, exception.Message);
        }
    }

    // EF waits for its lock without a limit, and a process that is killed while holding it never releases it.
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
