using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Spotter.Core.Accounts;
using Spotter.Core.Background;
using Spotter.Core.Persistence;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Whether the database can be read and written, and its disk has space. Checked at most every five seconds, since everybody may
/// ask.</summary>
public sealed class DatabaseHealth(IDbContextFactory<SpotterDbContext> contexts, SpotterSettings settings, TimeProvider time) : IHealthCheck, IDisposable
{
    private static readonly TimeSpan Fresh = TimeSpan.FromSeconds(5);

    private readonly SemaphoreSlim _gate = new(1);
    private DateTimeOffset _lookedAt = DateTimeOffset.MinValue;
    private HealthCheckResult _found;

    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await _gate.WaitAsync(cancellationToken);
        try
        {
            if (!time.IsRecent(_lookedAt, Fresh))
            {
                _found = await LookAsync(cancellationToken);
                _lookedAt = time.GetUtcNow();
            }

            return _found;
        }
        finally
        {
            _gate.Release();
        }
    }

    public void Dispose() => _gate.Dispose();

    private async Task<HealthCheckResult> LookAsync(CancellationToken cancellationToken)
    {
        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            _ = await db.Users.AnyAsync(cancellationToken);
            FolderProbe.Write(settings.DataFolder); // checks the disk's space: a rolled-back write within the database does not reach the disk
            await TryWritingAsync(db, cancellationToken);
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is DatabaseTrouble.Busy)
        {
            // Somebody else is writing, which is normal.
            return HealthCheckResult.Healthy();
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is not null || exception is IOException or UnauthorizedAccessException)
        {
            return HealthCheckResult.Unhealthy(exception.Message);
        }
    }

    // Checks the database's own space: requests pages and gives them back. Not through EF, so that it does not queue behind the writers.
    private static async Task TryWritingAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        await db.Database.OpenConnectionAsync(cancellationToken);
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandTimeout = 1;
        command.CommandText = "BEGIN IMMEDIATE";
        await command.ExecuteNonQueryAsync(cancellationToken);
        try
        {
            command.CommandText = """CREATE TABLE "__Room" (Bytes BLOB); INSERT INTO "__Room" VALUES (zeroblob(65536));""";
            await command.ExecuteNonQueryAsync(cancellationToken);
        }
        finally
        {
            // SQLite may have ended the transaction itself, and its error is the one that matters.
            command.CommandText = "ROLLBACK";
            await TryRollBackAsync(command);
        }
    }

    private static async Task TryRollBackAsync(System.Data.Common.DbCommand command)
    {
        try
        {
            await command.ExecuteNonQueryAsync(CancellationToken.None);
        }
        catch (Microsoft.Data.Sqlite.SqliteException)
        {
            // There was nothing left to roll back.
        }
    }
}
