using Spotter.Tests.Navidrome;

namespace Spotter.Tests.Support.Peers;

/// <summary>The server named with ./test --server, for all tests of a run. Before the first test and after the last, it removes what a
/// killed run left behind.</summary>
public sealed class GivenServerFixture : IAsyncLifetime
{
    private GivenServer? _server;

    internal GivenServer Server => _server ?? throw new InvalidOperationException("No server was given.");

    public Task InitializeAsync()
    {
        _server = GivenServer.WhyMissing is null ? GivenServer.FromEnvironment() : null;
        return SweepAsync();
    }

    public async Task DisposeAsync()
    {
        await SweepAsync();
        await (_server?.DisposeAsync() ?? ValueTask.CompletedTask);
    }

    private Task SweepAsync() => _server is null ? Task.CompletedTask : WriterStage.SweepAsync(_server.Provider);
}
