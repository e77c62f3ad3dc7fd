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

/// <summary>Steps that tests of sources share.</summary>
internal static class SourceSetup
{
    /// <summary>Binds settings as a host would. If a key occurs twice, the last value counts.</summary>
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

    /// <summary>Reads a connection. A failure is stored in its row and not thrown.</summary>
    public static async Task<SourceConnection> RefreshAsync(this CoreHost host, int connectionId, SyncTrigger trigger = SyncTrigger.Schedule)
    {
        host.LetTimePass();
        try
        {
            await host.Get<SourceRefresher>().RefreshAsync(connectionId, trigger, default);
        }
        catch (SourceRefreshFailedException)
        {
            // The row has the error.
        }

        return await host.FindConnectionAsync(connectionId);
    }

    /// <summary>While the clock stands still, a service's pace would block further requests.</summary>
    private static void LetTimePass(this CoreHost host) => host.Clock.Advance(TimeSpan.FromMinutes(1));

    public static async Task<SourceConnection> FindConnectionAsync(this CoreHost host, int connectionId)
    {
        await using var db = host.Database.CreateDbContext();
        return await db.SourceConnections.AsNoTracking().SingleAsync(c => c.Id == connectionId);
    }

    /// <summary>The pause that a service's gate knows of.</summary>
    public static Task<ServicePause?> FindPauseAsync(this CoreHost host, string kind)
        => host.Get<IServiceProvider>().GetRequiredKeyedService<ServiceGate>(kind).FindPauseAsync(default);

    public static async Task<Playlist> FindAsync(this CoreHost host, Account owner, string remoteId)
    {
        await using var db = host.Database.CreateDbContext();
        return await db.Playlists.AsNoTracking().Include(p => p.Tracks.OrderBy(track => track.Position))
            .SingleAsync(p => p.UserId == owner.UserId && p.RemoteId == remoteId);
    }
}
