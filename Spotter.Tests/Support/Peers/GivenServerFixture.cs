using Spotter.Tests.Navidrome;

namespace Spotter.Tests.Support.Peers;

/// <summary>The server that ./test --server names, for all tests of a run. What a run that was killed has left there is gone before the first test and after the last.</summary>
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
