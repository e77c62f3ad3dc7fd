using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Http;
using Spotter.Core.Sources;

namespace Spotter.Tests.Support.Sources;

/// <summary>What tests of sources do again and again.</summary>
internal static class SourceSetup
{
    /// <summary>Settings as a host would bind them; of a key that comes twice, the last word counts.</summary>
    public static IServiceCollection AddSettings(this IServiceCollection services, params (string Key, string Value)[] values)
        => services.AddSingleton<IConfiguration>(new ConfigurationBuilder()
            .AddInMemoryCollection(values.Reverse().DistinctBy(pair => pair.Key).Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).Build());

    public static SourceValues Values(params (string Name, string? Value)[] values)
        => new(values.Select(pair => KeyValuePair.Create(pair.Name, pair.Value)));

    /// <summary>Chooses playlists of a connection and reads them.</summary>
    public static async Task AddAsync(this CoreHost host, Account owner, SourceConnection connection, bool keepInSync, params string[] remoteIds)
    {
        host.LetTimePass();
        var offers = await host.Get<SourceConnections>().BrowseAsync(owner.UserId, connection.Id, default);
        var chosen = offers.Select(offer => offer.Summary).Where(summary => remoteIds.Contains(summary.RemoteId)).ToList();
        Assert.Equal(remoteIds.Length, chosen.Count);
        await host.Get<SourceConnections>().AddAsync(owner.UserId, connection.Id, chosen, keepInSync, default);
        await host.Get<SourceRefresher>().RefreshAsync(connection.Id, SyncTrigger.User, default);
    }

    /// <summary>Reads a connection; a failure stands in its row, as for everybody who looks at it.</summary>
    public static async Task<SourceConnection> RefreshAsync(this CoreHost host, int connectionId, SyncTrigger trigger = SyncTrigger.Schedule)
    {
        host.LetTimePass();
        try
        {
            await host.Get<SourceRefresher>().RefreshAsync(connectionId, trigger, default);
        }
        catch (SourceRefreshFailedException)
        {
            // The row says it.
        }

        return await host.FindConnectionAsync(connectionId);
    }

    /// <summary>While a clock stands still, no service may be asked more often than its pace allows at once.</summary>
    private static void LetTimePass(this CoreHost host) => host.Clock.Advance(TimeSpan.FromMinutes(1));

    public static async Task<SourceConnection> FindConnectionAsync(this CoreHost host, int connectionId)
    {
        await using var db = host.Database.CreateDbContext();
        return await db.SourceConnections.AsNoTracking().SingleAsync(c => c.Id == connectionId);
    }

    /// <summary>What the gate of a service knows of a pause.</summary>
    public static Task<ServicePause?> FindPauseAsync(this CoreHost host, string kind)
        => host.Get<IServiceProvider>().GetRequiredKeyedService<ServiceGate>(kind).FindPauseAsync(default);

    public static async Task<Playlist> FindAsync(this CoreHost host, Account owner, string remoteId)
    {
        await using var db = host.Database.CreateDbContext();
        return await db.Playlists.AsNoTracking().Include(p => p.Tracks.OrderBy(track => track.Position))
            .SingleAsync(p => p.UserId == owner.UserId && p.RemoteId == remoteId);
    }
}
