namespace Spotter.Tests.Support;

/// <summary>One application in demo mode for the tests of a class.</summary>
public sealed class DemoApp : IAsyncLifetime
{
    private SpotterApp? _spotter;

    public SpotterApp Spotter => _spotter!;

    /// <summary>The demo's administrator, who has the sample playlists.</summary>
    public HttpClient Demo { get; private set; } = null!;

    /// <summary>Another user, who is not an administrator.</summary>
    public HttpClient Guest { get; private set; } = null!;

    public Task InitializeAsync()
    {
        _spotter = SpotterApp.StartDemo();
        Demo = _spotter.Script("demo", "demo");
        Guest = _spotter.Script("guest", "guest");
        return Task.CompletedTask;
    }

    public async Task DisposeAsync()
    {
        Demo.Dispose();
        Guest.Dispose();
        await Spotter.DisposeAsync();
    }
}
