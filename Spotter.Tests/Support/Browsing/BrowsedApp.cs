using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Support.Browsing;

/// <summary>One application and its music server for the browser tests of a class. Its only user is demo.</summary>
public sealed class BrowsedApp : IAsyncLifetime
{
    private DemoServer? _server;
    private SpotterApp? _spotter;

    public SpotterApp Spotter => _spotter!;

    public async Task InitializeAsync()
    {
        _server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs =
            [
                Demo.Song("First Light", "Amber Echo", "Morning", 180),
                Demo.Song("Second Wind", "Amber Echo", "Morning", 190),
                Demo.Song("Third Rail", "Amber Echo", "Morning", 200),
            ],
        });
        _spotter = SpotterApp.StartWith(new Uri(_server.BaseUrl));
    }

    /// <summary>A playlist of one track that is found, one that is doubtful and one that is missing, synced.</summary>
    public Task<int> SyncAsync(string fileName)
        => SyncAsync(fileName, "Title,Artist,Album,Duration\nFirst Light,Amber Echo,Morning,3:00\nThird Rail (Live),Amber Echo,Morning,3:20\nNowhere To Be Found,Nobody At All,,4:00\n");

    /// <summary>A playlist from a file, synced.</summary>
    public async Task<int> SyncAsync(string fileName, string content)
    {
        using var script = new ScriptUser(Spotter.Address, "demo", "demo");
        var id = await script.ImportAsync(fileName, content);
        await script.SetSyncAsync(id, enabled: true);
        await script.SettledAsync(id);
        return id;
    }

    public async Task DisposeAsync()
    {
        await Spotter.DisposeAsync();
        await _server!.DisposeAsync();
    }
}
