using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Catalogue;
using Spotter.Core.Events;
using Spotter.Core.Formats;
using Spotter.Core.Library;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Files;
using Spotter.Core.Providers.Http;
using Spotter.Core.Scheduling;
using Spotter.Core.Sources;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
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
        services.AddSingleton<ServerContacts>();
        services.AddSingleton<Sessions>();
        services.AddSingleton<SignIn>();
        services.AddSingleton<ProviderRegistry>();
        services.AddSingleton<ILibraryListener, IdHealer>();
        services.AddSingleton<LibraryIndexCache>();
        services.AddSingleton<LibraryRereads>();
        services.AddSingleton<ServerEventHandler>();
        services.AddSingleton<ServerPlaylists>();
        services.AddSingleton<ServerRenewals>();
        services.AddSingleton<ServerLinks>();
        services.AddSingleton<PlaylistStore>();
        services.AddSingleton<PlaylistImports>();
        services.AddSingleton<PlaylistExports>();
        services.AddSingleton<TableDecisions>();
        services.AddSingleton<TextSides>();
        services.AddSingleton<ReadingDecisions>();
        services.AddSingleton<UserFiles>();
        services.TryAddSingleton<PlaylistFileReader>();
        services.AddSingleton<SidesOf>(provider => (userName, playlist, cancellationToken) => provider.GetRequiredService<TextSides>().ChooseAsync(userName, playlist, cancellationToken));
        services.AddSingleton<FindKnownDecisions>(provider => (userName, cancellationToken) => provider.GetRequiredService<UserFiles>().FindDecisionsAsync(userName, cancellationToken));
        services.AddOptions<PlaylistSyncOptions>();
        services.AddOptions<SourcesOptions>();
        services.AddOptions<ScheduleOptions>();
        services.AddSingleton(MakeSchedules);
        services.AddSingleton<SourceSecrets>();
        services.AddSingleton<SourceSessions>();
        services.AddSingleton<SourceHealth>();
        services.AddSingleton<SourceNudges>();
        services.AddSingleton<FirstSyncs>();
        services.AddSingleton<FollowedPlaylists>();
        services.AddSingleton<SourceRefresher>();
        services.AddSingleton<SourceConnections>();
        services.AddSingleton<BrowserSignIns>();
        services.AddHostedService<SourceRetries>();
        services.AddSingleton<StandingConnections>();
        services.AddSingleton<ISignInListener>(provider => provider.GetRequiredService<StandingConnections>());
        services.AddSingleton<ISignInListener, SyncsWaitingForSignIn>();
        services.AddSingleton<IServicePauses, ServicePauses>();
        services.AddHostedService<StandingSourceWatch>();
        services.AddSingleton<LibraryStore>();
        services.AddSingleton<AccountTroubles>();
        services.AddSingleton<AccountRefresher>();
        services.AddSingleton<SignInGuard>();
        services.AddSingleton<SyncEventLog>();
        services.AddSingleton<SyncRequests>();
        services.AddSingleton<PlaylistChoices>();
        services.AddSingleton<DuePlaylists>();
        services.AddSingleton<SyncLeases>();
        services.AddSingleton<SafetyRulesFactory>();
        services.AddSingleton<SyncReadingProgress>();
        services.AddSingleton<CatalogueAnswers>();
        services.AddSingleton<CatalogueRematch>();
        services.AddSingleton<PlaylistReader>();
        services.AddSingleton<PlaylistMatching>();
        services.AddSingleton<TargetFinder>();
        services.AddSingleton<TargetListings>();
        services.AddSingleton<UnchangedTargets>();
        services.AddSingleton<TargetCreation>();
        services.AddSingleton<TargetWriter>();
        RemoteImages.AddTo(services);
        services.AddSingleton<TargetCovers>();
        services.AddSingleton<SyncPlanner>();
        services.AddSingleton<TargetLook>();
        services.AddSingleton<PairableTargets>();
        services.AddSingleton<SyncPlaylistToNavidrome>();
        services.AddSingleton<ISyncOperation>(provider => provider.GetRequiredService<SyncPlaylistToNavidrome>());
        services.AddSingleton<ISyncOperation, RemovePlaylistFromNavidrome>();
        services.AddSingleton<ISyncOperation, RebuildPlaylistSync>();
        services.AddSingleton<ISyncOperation, PairWithNavidrome>();
        services.AddSingleton<ISyncOperation, RestoreTarget>();
        services.AddSingleton<SyncAllEnabledPlaylists>();
        services.AddSingleton<SyncRecovery>();
        services.AddHostedService(provider => provider.GetRequiredService<SyncRecovery>());
        services.AddSingleton<LibraryWaits>();
        services.AddSingleton<SyncFailures>();
        services.AddSingleton<SyncNews>();
        services.AddSingleton<SyncRunner>();
        services.AddSingleton<SyncProgressBoard>();
        services.AddSingleton<SyncPreviews>();
        services.AddSingleton<MatchCorrections>();
        services.AddSingleton<DecisionRecorder>();
        services.AddSingleton<DecisionMatches>();
        services.AddSingleton<DecisionList>();
        services.AddSingleton<DecisionTransfer>();
        services.AddSingleton<BestChoices>();
        services.AddSingleton<DecisionWrites>();
        services.AddSingleton<PlaylistSyncService>();
        return services;
    }

    private static Schedules MakeSchedules(IServiceProvider provider)
    {
        var zone = provider.GetRequiredService<IOptions<ScheduleOptions>>().Value.FindZone();
        return new(
            Schedule.ByCron(provider.GetRequiredService<IOptions<PlaylistSyncOptions>>().Value.Cron, zone),
            Schedule.ByCron(provider.GetRequiredService<IOptions<SourcesOptions>>().Value.RefreshCron, zone),
            provider.GetRequiredService<TimeProvider>());
    }
}
