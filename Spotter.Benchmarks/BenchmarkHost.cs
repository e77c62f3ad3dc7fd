using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Persistence.Sqlite;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Navidrome;

namespace Spotter.Benchmarks;

/// <summary>Adds Core and Navidrome like the host does, with a database file in a folder, but without jobs and pages.</summary>
internal static class BenchmarkHost
{
    public static ServiceProvider Wire(string folder, string serverUrl)
    {
        var services = new ServiceCollection();
        services.AddLogging();
        services.AddDataProtection().PersistKeysToFileSystem(new DirectoryInfo(Path.Combine(folder, "keys")));
        services.AddDbContextFactory<SpotterDbContext>(db => db.UseSpotterSqlite($"Data Source={Path.Combine(folder, "spotter.db")};Default Timeout=30"));
        services.AddSingleton<UnheardNudges>();
        services.AddSingleton<ISyncScheduler>(provider => provider.GetRequiredService<UnheardNudges>());
        services.AddSingleton<IAccountScheduler>(provider => provider.GetRequiredService<UnheardNudges>());
        services.AddSingleton<ISourceScheduler>(provider => provider.GetRequiredService<UnheardNudges>());
        services.AddSpotterCore();
        services.AddNavidrome();
        services.Configure<ServerOptions>(options => options.BaseUrl = serverUrl);
        return services.BuildServiceProvider();
    }

    /// <summary>Creates the tables.</summary>
    public static async Task MigrateAsync(ServiceProvider services)
    {
        await using var db = await services.GetRequiredService<IDbContextFactory<SpotterDbContext>>().CreateDbContextAsync();
        await db.Database.MigrateAsync();
    }

    /// <summary>Deletes the folder with the database.</summary>
    public static void Clear(string folder)
    {
        Microsoft.Data.Sqlite.SqliteConnection.ClearAllPools();
        Directory.Delete(folder, recursive: true);
    }
}
