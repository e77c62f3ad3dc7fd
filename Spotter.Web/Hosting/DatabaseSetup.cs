using Spotter.Core.Persistence;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Wires the database.</summary>
public static class DatabaseSetup
{
    public static IServiceCollection AddSpotterDatabase(this IServiceCollection services, SpotterSettings settings)
    {
        services.AddDbContextFactory<SpotterDbContext>(options => options.UseSpotterSqlite(settings.Database.ConnectionString));
        services.AddHostedService<DatabaseMigration>();
        return services;
    }
}
