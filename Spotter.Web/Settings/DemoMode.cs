using Spotter.Navidrome.Demo;

namespace Spotter.Web.Settings;

/// <summary>Whether Spotter runs against the embedded music server, because nothing is configured. Owns that server.</summary>
public sealed class DemoMode(DemoServer? server) : IAsyncDisposable
{
    public const string UserName = "demo";
    public const string Password = "demo";

    public bool IsDemo => server is not null;

    public ValueTask DisposeAsync() => server?.DisposeAsync() ?? ValueTask.CompletedTask;
}
