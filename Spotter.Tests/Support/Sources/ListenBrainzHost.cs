using Spotter.Core.Accounts;
using Spotter.Core.Providers.ListenBrainz;
using Spotter.Core.Sources;

namespace Spotter.Tests.Support.Sources;

/// <summary>Core with ListenBrainz as its source, which is a double reached over real HTTP, and a user who may connect it.</summary>
internal sealed class ListenBrainzHost : IAsyncDisposable
{
    private readonly List<CoreHost> _hosts = [];

    private ListenBrainzHost(ListenBrainzDouble service)
    {
        Service = service;
        Core = Start(new TestDatabase());
    }

    public ListenBrainzDouble Service { get; }

    public CoreHost Core { get; }

    public Account Ann { get; private set; } = null!;

    public static async Task<ListenBrainzHost> StartAsync()
    {
        var host = new ListenBrainzHost(await ListenBrainzDouble.StartAsync());
        host.Ann = await host.Core.Database.AddUserAsync();
        return host;
    }

    /// <summary>Another process over the same database, with an empty memory and other keys.</summary>
    public CoreHost StartAnother() => Start(Core.Database);

    /// <summary>Connects ann, who has a token.</summary>
    public Task<SourceConnection> ConnectAsync(string user = "ann", string? token = "ann-token")
        => Core.Get<SourceConnections>().ConnectAsync(Ann.UserId, "listenbrainz", SourceSetup.Values(("user", user), ("token", token)), null, default);

    /// <summary>A playlist at the service, with this many songs from the start of the library.</summary>
    public ListenBrainzList AddList(int number, string title, int songs)
    {
        var list = new ListenBrainzList(ListenBrainzDouble.ListId(number), title);
        list.Edit(Enumerable.Range(1, songs).Select(Song));
        Service.Lists.Add(list);
        return list;
    }

    /// <summary>A song of the library, under ListenBrainz's names.</summary>
    public static (string Mbid, string Title, string[] Artists, int Ms) Song(int number)
        => (ListenBrainzDouble.Recording(number), CoreHost.TitleOf(number), ["Ada"], 180_000);

    /// <summary>Fills the library with this many songs.</summary>
    public void FillLibrary(int count)
    {
        for (var i = 1; i <= count; i++)
        {
            Core.Server.Library.Add(FakeMusicServer.Song($"s{i}", CoreHost.TitleOf(i)) with { RecordingMbid = ListenBrainzDouble.Recording(i) });
        }
    }

    public async ValueTask DisposeAsync()
    {
        _hosts.ForEach(host => host.Dispose());
        await Service.DisposeAsync();
    }

    private CoreHost Start(TestDatabase database)
    {
        var host = new CoreHost(
            database, sources: services => services.AddSettings(("Sources:ListenBrainz:BaseUrl", Service.Address.AbsoluteUri)).AddListenBrainz());
        _hosts.Add(host);
        return host;
    }
}
