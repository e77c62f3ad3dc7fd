using Spotter.Core.Persistence;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Adds the database.</summary>
public static class DatabaseSetup
{
    public static IServiceCollection AddSpotterDatabase(this IServiceCollection services)
    {
        services.AddDbContextFactory<SpotterDbContext>((provider, options) => options.UseEngine(provider.GetRequiredService<SpotterSettings>().Database));
        services.AddHostedService<DatabaseMigration>();
        return services;
    }
}
