using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Providers;
using Spotter.Core.Sources;
using Spotter.Core.Sync;

namespace Spotter.Core;

/// <summary>Wires what Core offers. The host adds the DbContext factory, Data Protection, an <see cref="ISyncScheduler"/>, an <see cref="IIdentityProvider"/> and the provider factories.</summary>
public static class CoreServiceCollectionExtensions
{
    /// <summary>Adds Core's services; all of them singletons, each method opening its own database context.</summary>
    public static IServiceCollection AddSpotterCore(this IServiceCollection services)
    {
        services.AddSingleton<EventBus>();
        services.AddSingleton<CredentialVault>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<ProviderRegistry>();
        services.AddSingleton<LibraryIndexCache>();
        services.AddSingleton<ServerPlaylists>();
        services.AddSingleton<PlaylistStore>();
        services.AddSingleton<SyncRequests>();
        services.AddSingleton<SyncRunner>();
        services.AddSingleton<SyncProgressBoard>();
        services.AddSingleton<SyncPreviews>();
        services.AddSingleton<MatchCorrections>();
        services.AddSingleton<PlaylistSyncService>();
        return services;
    }
}
