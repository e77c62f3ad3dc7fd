using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Providers.Http;

namespace Spotter.Core.Sources;

/// <summary>Stores the pauses of services in the database.</summary>
public sealed class ServicePauses(IDbContextFactory<SpotterDbContext> contexts) : IServicePauses
{
    /// <inheritdoc/>
    public async Task<ServicePause?> FindAsync(string kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.ServicePauses.AsNoTracking().SingleOrDefaultAsync(pause => pause.Kind == kind, cancellationToken);
    }

    /// <inheritdoc/>
    public async Task StoreAsync(ServicePause pause, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var stored = await db.ServicePauses.SingleOrDefaultAsync(other => other.Kind == pause.Kind, cancellationToken);
        if (stored is null)
        {
            db.ServicePauses.Add(pause);
        }
        else
        {
            (stored.Until, stored.Reason) = (pause.Until, pause.Reason);
        }

        await db.SaveChangesAsync(cancellationToken);
    }

    /// <inheritdoc/>
    public async Task ForgetAsync(string kind, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await db.ServicePauses.Where(pause => pause.Kind == kind).ExecuteDeleteAsync(cancellationToken);
    }
}
