using Microsoft.AspNetCore.DataProtection;
using Microsoft.Extensions.DependencyInjection.Extensions;
using Spotter.Core;
using Spotter.Core.Accounts;
using Spotter.Core.Matching;
using Spotter.Core.Mixtapes;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Deezer;
using Spotter.Core.Providers.Files;
using Spotter.Core.Providers.LastFm;
using Spotter.Core.Providers.ListenBrainz;
using Spotter.Core.Providers.Spotify;
using Spotter.Core.Scheduling;
using Spotter.Core.Settings;
using Spotter.Core.Sync;
using Spotter.Core.Sync.OtherNames;
using Spotter.Navidrome;
using Spotter.Navidrome.Demo;
using Spotter.PostgreSql;
using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Api;
using Spotter.Web.Components;
using Spotter.Web.Jobs;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Adds everything that the application needs.</summary>
public static class SpotterBuilderExtensions
{
    /// <summary>How long a stop may take. Containers are killed ten seconds after they were asked to stop.</summary>
    private static readonly TimeSpan StopsWithin = TimeSpan.FromSeconds(8);

    private const UnixFileMode PrivateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite | UnixFileMode.UserExecute;

    /// <summary>Adds all services, checks the configuration, and starts the embedded music server if nothing is configured.</summary>
    /// <exception cref="BadConfigurationException">The configuration is invalid.</exception>
    public static async Task AddSpotterAsync(this WebApplicationBuilder builder)
    {
        UnicodeCheck.Run();

        // Lets "dotnet run" and an unpublished build find the pages' styles and scripts in any environment.
        builder.WebHost.UseStaticWebAssets();
        if (!builder.Environment.IsDevelopment())
        {
            // Such a build would look for edited files at each request, and send styles without compression and cache; only a developer wants that.
            builder.Configuration["ReloadStaticAssetsAtRuntime"] ??= bool.FalseString;
        }

        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);

        // Program reports a failed start in one line, without the host's stack trace before it.
        builder.Logging.AddFilter("Microsoft.Extensions.Hosting.Internal.Host", LogLevel.Critical);

        var settings = builder.AddServices();
        ListenAddresses.Apply(builder, settings);
        TemporaryPlace.Ensure(settings.DataFolder);
        var demo = settings.IsDemo ? await StartDemoAsync(builder.Configuration, settings) : null;
        builder.Services.AddSingleton(settings);
        builder.Services.AddSingleton(_ => new DemoMode(demo));
        UseKeys(builder, settings);
        if (settings.Database is PostgreSqlEngine server)
        {
            builder.Services.AddPostgreSqlEvents(server);
        }

        await WaitingRoom.WaitForDatabaseAsync(builder.Configuration, settings.Database);
    }

    /// <summary>Adds every service, and checks the configuration.</summary>
    /// <exception cref="BadConfigurationException">The configuration is invalid.</exception>
    internal static SpotterSettings AddServices(this WebApplicationBuilder builder)
    {
        builder.Services.AddSpotterServices(builder.Configuration);
        SecretFiles.AddTo(builder.Configuration, builder.Services.FindSettings());
        return SpotterSettings.Read(builder.Configuration, builder.Environment.ContentRootPath, builder.Services.FindSettings());
    }

    /// <summary>Adds every service. What they need from this installation are options, <see cref="SpotterSettings"/> and
    /// <see cref="DemoMode"/>.</summary>
    public static IServiceCollection AddSpotterServices(this IServiceCollection services, IConfiguration configuration)
    {
        services.Configure<HostOptions>(host =>
        {
            // A client that never finishes its request uses up the whole time; one after the other, nothing would be left for running jobs.
            host.ServicesStopConcurrently = true;
            host.ShutdownTimeout = StopsWithin;
        });
        services.TryAddSingleton(TimeProvider.System);
        services.AddSingleton<ISignInListener, DemoWelcome>();
        services.AddDataProtection();
        services.AddSpotterDatabase();
        services.AddSettings<ServerOptions>(ServerOptions.Section);
        services.AddSettings<PlaylistSyncOptions>(PlaylistSyncOptions.Section);
        services.AddSettings<ScheduleOptions>(ScheduleOptions.Section);
        services.AddSettings<SourcesOptions>(SourcesOptions.Section);
        services.AddSettings<MatchOptions>(MatchOptions.Section);
        services.AddSpotterCore();
        services.AddNavidrome();
        services.AddDeezer();
        services.AddFiles();
        services.AddLastFm();
        services.AddListenBrainz();
        services.AddMixtapes();
        services.AddOtherNames();
        services.AddSpotify();
        services.AddSpotterAuthentication();
        services.AddSpotterComponents();
        services.AddSpotterApi();
        services.AddSpotterJobs();
        services.AddSpotterHealth();
        services.AddSpotterTelemetry(configuration);
        services.AddSingleton<Listens>();
        services.AddHostedService<StartupMessage>();
        return services;
    }

    private static async Task<DemoServer> StartDemoAsync(ConfigurationManager configuration, SpotterSettings settings)
    {
        Directory.CreateDirectory(settings.DataFolder);

        // Without this execution context, tools and tests that watch the start of this process do not mistake that host for Spotter's.
        Task<DemoServer> start;
        using (ExecutionContext.SuppressFlow())
        {
            start = Task.Run(() => DemoServer.StartAsync(new DemoServerOptions { StatePath = settings.DemoStatePath }));
        }

        var demo = await start;
        configuration[$"{ServerOptions.Section}:{nameof(ServerOptions.BaseUrl)}"] = demo.BaseUrl;
        return demo;
    }

    /// <summary>The folder of the keys. A folder that accepts no file is good enough if it has keys: KeysHealth reports the
    /// problem.</summary>
    private static DirectoryInfo OpenKeys(string path)
    {
        try
        {
            var folder = Directory.CreateDirectory(path);
            if (!folder.EnumerateFiles("key-*.xml").Any())
            {
                FolderProbe.Write(path);
            }

            // Permissions are only removed, never added: a folder that its owner made read-only stays so.
            if (!OperatingSystem.IsWindows() && folder.UnixFileMode is var mode && (mode & PrivateMode) != mode)
            {
                folder.UnixFileMode = mode & PrivateMode;
            }

            return folder;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException)
        {
            throw new BadConfigurationException($"the folder of the keys cannot be used: {exception.Message.TrimEnd('.')}. See DataProtection:KeysPath.");
        }
    }

    private static void UseKeys(WebApplicationBuilder builder, SpotterSettings settings)
    {
        var folder = OpenKeys(settings.KeysPath);

        builder.Services.AddDataProtection()
            .SetApplicationName(settings.ProtectionName)
            .PersistKeysToFileSystem(folder);

        // It would warn that the keys themselves are not encrypted. They are protected by their folder's permissions.
        builder.Logging.AddFilter("Microsoft.AspNetCore.DataProtection.KeyManagement.XmlKeyManager", LogLevel.Error);
    }
}
