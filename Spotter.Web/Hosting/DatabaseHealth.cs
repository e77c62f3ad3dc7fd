using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Diagnostics.HealthChecks;
using Spotter.Core.Persistence;

namespace Spotter.Web.Hosting;

/// <summary>Whether the database answers a question about its newest table.</summary>
public sealed class DatabaseHealth(IDbContextFactory<SpotterDbContext> contexts) : IHealthCheck
{
    public async Task<HealthCheckResult> CheckHealthAsync(HealthCheckContext context, CancellationToken cancellationToken = default)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        _ = await db.Users.AnyAsync(cancellationToken);
        return HealthCheckResult.Healthy();
    }
}
