using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Brings the database to the present schema before anything else starts.</summary>
public sealed class DatabaseMigration(
    IDbContextFactory<SpotterDbContext> contexts, SpotterSettings settings, TimeProvider time, ILogger<DatabaseMigration> logger)
    : IHostedLifecycleService
{
    public async Task StartingAsync(CancellationToken cancellationToken)
    {
        Directory.CreateDirectory(settings.DataFolder);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.Engine.MigrateAsync(db, time, logger, cancellationToken);
    }

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;
}
