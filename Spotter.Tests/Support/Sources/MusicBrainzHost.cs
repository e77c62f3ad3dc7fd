using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Sync.OtherNames;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Support.Sources;

/// <summary>Core with MusicBrainz switched on, which is a double reached over real HTTP, and a user with a library.</summary>
internal sealed class MusicBrainzHost : IAsyncDisposable
{
    private readonly List<CoreHost> _hosts = [];

    private MusicBrainzHost(MusicBrainzDouble service)
    {
        Service = service;
        Core = Start(new TestDatabase());
    }

    public MusicBrainzDouble Service { get; }

    public CoreHost Core { get; }

    public Account Ann { get; private set; } = null!;

    public List<Song> Library => Core.Server.Library;

    public static async Task<MusicBrainzHost> StartAsync()
    {
        var host = new MusicBrainzHost(await MusicBrainzDouble.StartAsync());
        host.Ann = await host.Core.Database.AddUserAsync();
        return host;
    }

    /// <summary>Another process over the same database and with the same library.</summary>
    public CoreHost StartAnother(bool isEnabled = true)
    {
        var host = Start(Core.Database, isEnabled);
        host.Clock.Advance(Core.Clock.GetUtcNow() - host.Clock.GetUtcNow());
        host.Server.Library.AddRange(Library);
        return host;
    }

    /// <summary>Imports a playlist and syncs it, after which the tracks that were not found are waiting for a lookup.</summary>
    public async Task<Playlist> SyncAsync(params SourceTrack[] tracks)
    {
        var id = await Core.ImportAsync(Ann, "One", tracks);
        return await Core.EnableAndRunAsync(Ann, id);
    }

    /// <summary>Lets the background lookup run until nothing waits or it is blocked, and does the runs that follow.</summary>
    public Task AskAsync() => AskAsync(Core);

    public static async Task AskAsync(CoreHost host)
    {
        // The clock advances whenever it is read, so that every request is due.
        host.Clock.AutoAdvanceAmount = TimeSpan.FromSeconds(2);
        var asker = host.Get<CatalogueLookup>();
        do
        {
            await asker.AskAsync(default);
        }
        while (await asker.FindCatalogueStatusAsync(default) is { Waiting: > 0, NextTryAt: null });
        host.Clock.AutoAdvanceAmount = TimeSpan.Zero;
        await host.LiveAsync();
    }

    /// <summary>The playlist's rows.</summary>
    public async Task<List<PlaylistTrack>> RowsAsync(Playlist playlist) => (await Core.FindAsync(playlist.Id)).Tracks;

    public async ValueTask DisposeAsync()
    {
        _hosts.ForEach(host => host.Dispose());
        await Service.DisposeAsync();
    }

    private CoreHost Start(TestDatabase database, bool isEnabled = true)
    {
        var host = new CoreHost(database, sources: services => services
            .AddSettings(("Matching:MusicBrainz:Enabled", isEnabled.ToString()), ("Matching:MusicBrainz:BaseUrl", Service.Address.AbsoluteUri), ("Matching:MusicBrainz:Contact", "ann@example.org"))
            .AddOtherNames());
        _hosts.Add(host);
        return host;
    }
}
