using MudBlazor;
using MudBlazor.Services;
using Spotter.Web.Access;
using Spotter.Web.Components.Layout;
using Spotter.Web.Components.Pages.Activity;
using Spotter.Web.Components.Pages.Decisions;
using Spotter.Web.Components.Pages.Missing;
using Spotter.Web.Components.Pages.Mixtapes;
using Spotter.Web.Components.Pages.PlaylistDetail;
using Spotter.Web.Components.Pages.Playlists;
using Spotter.Web.Components.Pages.Review;
using Spotter.Web.Components.Pages.Settings;
using Spotter.Web.Components.Pages.Sources;
using Spotter.Web.Components.Shared;
using Spotter.Web.Components.Shared.Fixing;
using Spotter.Web.Wording;

namespace Spotter.Web.Components;

/// <summary>Adds what the pages need. The host adds Core, the database and the sign-in.</summary>
public static class ComponentServiceCollectionExtensions
{
    public static IServiceCollection AddSpotterComponents(this IServiceCollection services)
    {
        services.AddRazorComponents().AddInteractiveServerComponents();
        services.AddCascadingAuthenticationState();
        return services.AddPageServices();
    }

    /// <summary>The services that pages inject, without those that serve the pages: tests render pages with these alone.</summary>
    public static IServiceCollection AddPageServices(this IServiceCollection services)
    {
        services.AddMudServices(mud =>
        {
            mud.SnackbarConfiguration.PositionClass = Defaults.Classes.Position.BottomRight;
            mud.SnackbarConfiguration.PreventDuplicates = true;
            mud.SnackbarConfiguration.MaxDisplayedSnackbars = 4;
            mud.SnackbarConfiguration.VisibleStateDuration = 6000;
            mud.SnackbarConfiguration.ShowTransitionDuration = 150;
            mud.SnackbarConfiguration.HideTransitionDuration = 150;
            mud.SnackbarConfiguration.SnackbarVariant = Variant.Text;
            mud.SnackbarConfiguration.MaximumOpacity = 100; // what is under it must not show through
        });
        services.AddFactWording();
        services.AddSingleton(provider => new EventGathering(provider.GetRequiredService<TimeProvider>()));
        services.AddScoped<CurrentUser>();
        services.AddScoped<CurrentPreferences>();
        services.AddTransient<FrameViewModel>();
        services.AddTransient<SearchViewModel>();
        services.AddTransient<PlaylistsViewModel>();
        services.AddTransient<OverviewViewModel>();
        services.AddTransient<SourcesViewModel>();
        services.AddTransient<ConnectionsViewModel>();
        services.AddTransient<MixtapesViewModel>();
        services.AddTransient<ImportViewModel>();
        services.AddTransient<PlaylistViewModel>();
        services.AddTransient<MatchReportViewModel>();
        services.AddTransient<HistoryViewModel>();
        services.AddTransient<CompareViewModel>();
        services.AddTransient<FixViewModel>();
        services.AddTransient<AllowanceChanges>();
        services.AddTransient<ReviewViewModel>();
        services.AddTransient<DecisionsViewModel>();
        services.AddTransient<MissingViewModel>();
        services.AddTransient<ActivityViewModel>();
        services.AddTransient<SyncSwitcher>();
        services.AddTransient<PlaylistActions>();
        services.AddTransient<LibrarySample>();
        services.AddTransient<ImportedPlaylists>();
        services.AddSingleton<InstallationValues>();
        return services;
    }
}
