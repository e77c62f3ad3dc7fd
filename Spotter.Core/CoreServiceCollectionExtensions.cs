using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spotter.Core.Accounts;
using Spotter.Core.Catalogue;
using Spotter.Core.Events;
using Spotter.Core.Library;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Files;
using Spotter.Core.Providers.Http;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Operations;
using Spotter.Core.Sync.OtherNames;
using Spotter.Core.Sync.Servers;

namespace Spotter.Core;

/// <summary>Wires what Core offers. The host adds the DbContext factory, Data Protection, an <see cref="ISyncScheduler"/>, an <see cref="IAccountScheduler"/>, an <see cref="ISourceScheduler"/>, an <see cref="IIdentityProvider"/> and the provider factories.</summary>
public static class CoreServiceCollectionExtensions
{
    /// <summary>Adds Core's services; all of them singletons, each method opening its own database context.</summary>
    public static IServiceCollection AddSpotterCore(this IServiceCollection services)
    {
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<EventBus>();
        services.AddSingleton<CredentialVault>();
        services.AddSingleton<ServerProfiles>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<ProviderRegistry>();
        services.AddSingleton<ILibraryListener, StoredIds>();
        services.AddSingleton<LibraryIndexCache>();
        services.AddSingleton<ServerTidings>();
        services.AddSingleton<ServerPlaylists>();
        services.AddSingleton<ServerRenewals>();
        services.AddSingleton<TargetLinks>();
        services.AddSingleton<PlaylistStore>();
        services.AddSingleton<TableDecisions>();
        services.AddSingleton<TextSides>();
        services.AddSingleton<SidesOf>(provider => (userName, playlist, cancellationToken) => provider.GetRequiredService<TextSides>().ChooseAsync(userName, playlist, cancellationToken));
        services.AddSingleton<KnownTablesOf>(provider => (userName, cancellationToken) => provider.GetRequiredService<TableDecisions>().ReadAsync(userName, cancellationToken));
        services.AddOptions<SourcesOptions>();
        services.AddSingleton<SourceSecrets>();
        services.AddSingleton<SourceSessions>();
        services.AddSingleton<SourceHealth>();
        services.AddSingleton<FollowedPlaylists>();
        services.AddSingleton<SourceRefresher>();
        services.AddSingleton<SourceConnections>();
        services.AddSingleton<BrowserSignIns>();
        services.AddHostedService<SourceRetries>();
        services.AddSingleton<StandingConnections>();
        services.AddSingleton<ISignInListener>(provider => provider.GetRequiredService<StandingConnections>());
        services.AddSingleton<ISignInListener, WaitingSyncs>();
        services.AddSingleton<IServicePauses, ServicePauses>();
        services.AddHostedService<StandingSourceWatch>();
        services.AddSingleton<LibraryStore>();
        services.AddSingleton<AccountRefresher>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton<SyncEventLog>();
        services.AddSingleton<SyncRequests>();
        services.AddSingleton<DuePlaylists>();
        services.AddSingleton<SyncLeases>();
        services.AddSingleton<SafetyRulesSource>();
        services.AddSingleton<SyncReadingProgress>();
        services.AddSingleton<CatalogueAnswers>();
        services.AddSingleton<CatalogueRematch>();
        services.AddSingleton<PlaylistReader>();
        services.AddSingleton<PlaylistMatching>();
        services.AddSingleton<TargetFinder>();
        services.AddSingleton<TargetListings>();
        services.AddSingleton<UntouchedTargets>();
        services.AddSingleton<TargetCreation>();
        services.AddSingleton<TargetWriter>();
        RemoteImages.AddTo(services);
        services.AddSingleton<TargetCovers>();
        services.AddSingleton<SyncPlaylistToNavidrome>();
        services.AddSingleton<SyncAllEnabledPlaylists>();
        services.AddSingleton<RemovePlaylistFromNavidrome>();
        services.AddSingleton<RebuildPlaylistSync>();
        services.AddSingleton<PairWithNavidrome>();
        services.AddSingleton<RestoreTarget>();
        services.AddSingleton<SyncRecovery>();
        services.AddHostedService(provider => provider.GetRequiredService<SyncRecovery>());
        services.AddSingleton<SyncRunner>();
        services.AddSingleton<SyncProgressBoard>();
        services.AddSingleton<SyncPreviews>();
        services.AddSingleton<MatchCorrections>();
        services.AddSingleton<PlaylistSyncService>();
        return services;
    }
}
