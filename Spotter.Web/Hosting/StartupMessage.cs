using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Settings;
using Spotter.Core.Telemetry;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Logs, once Spotter listens, where to open it and how to sign in, and which settings are no longer used.</summary>
public sealed partial class StartupMessage(
    IServer server, DemoMode demo, SpotterSettings settings, IOptions<ServerOptions> musicServer, IConfiguration configuration, IEnumerable<SettingsSection> sections,
    ILogger<StartupMessage> logger)
    : IHostedLifecycleService
{
    public Task StartedAsync(CancellationToken cancellationToken)
    {
        MemoryTrimmer.TrimSoon();
        foreach (var (key, reason) in RetiredSettings.Find(configuration))
        {
            Log.Retired(logger, key, reason);
        }

        foreach (var line in KnownKeys.FindUnknown(configuration, [.. sections]))
        {
            Log.Unknown(logger, line);
        }

        var address = settings.PublicUrl?.AbsoluteUri ?? server.Features.Get<IServerAddressesFeature>()?.Addresses.FirstOrDefault();
        if (address is null)
        {
            return Task.CompletedTask;
        }

        if (demo.IsDemo)
        {
            Log.Demo(logger, SpotterVersion.Full, address, DemoMode.UserName, DemoMode.Password);
        }
        else
        {
            Log.Ready(logger, SpotterVersion.Full, address, SettingsCheck.HideCredentials(musicServer.Value.BaseUrl));
        }

        return Task.CompletedTask;
    }

    public Task StartingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StartAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppingAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StopAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    public Task StoppedAsync(CancellationToken cancellationToken) => Task.CompletedTask;

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Information,
            Message = "Spotter {Version} is a demo: open {Address} and sign in as {UserName} / {Password}. Set Navidrome__BaseUrl to use your own music server.")]
        public static partial void Demo(ILogger logger, string version, string address, string userName, string password);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "Spotter {Version}: open {Address} and sign in with your account of {MusicServer}.")]
        public static partial void Ready(ILogger logger, string version, string address, string musicServer);

        [LoggerMessage(EventId = 3, Level = LogLevel.Warning, Message = "{Setting} is no longer used and can be removed. {Reason}")]
        public static partial void Retired(ILogger logger, string setting, string reason);

        [LoggerMessage(EventId = 4, Level = LogLevel.Warning, Message = "{Line}")]
        public static partial void Unknown(ILogger logger, string line);
    }
}
