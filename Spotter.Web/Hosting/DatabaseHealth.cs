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
            FolderProbe.Write(settings.DataFolder); // the disk's room: what is only asked for within a database file has not reached it
            await db.Engine.TryWritingAsync(db, cancellationToken); // and its own
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
}
