using Spotter.Core.Playlists;
using Spotter.Core.Providers;
using Spotter.Core.Providers.LastFm;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Sources;

/// <summary>Public lists of a service that requires a key from whoever asks.</summary>
public sealed class LastFmLinksTests : IAsyncLifetime
{
    private const string Link = "https://www.last.fm/tag/trip+hop";

    private LastFmDouble _service = null!;
    private CoreHost _core = null!;

    public async Task InitializeAsync()
    {
        _service = await LastFmDouble.StartAsync();
        _service.Top["trip hop"] = [("One", "Ada", 180), ("Two", "Bo", 180), ("Three", "Cy", 180)];
        _core = Wire(new TestDatabase(), "");
    }

    public async Task DisposeAsync()
    {
        _core.Dispose();
        await _service.DisposeAsync();
    }

    [Fact]
    public async Task With_a_key_for_everybody_the_list_is_followed_and_its_changes_noted()
    {
        using var core = Wire(_core.Database, LastFmDouble.Key);
        var ann = await core.Database.AddUserAsync();
        var connections = core.Get<SourceConnections>();

        await connections.AddLinkAsync(ann.UserId, await connections.LookUpLinkAsync(ann.UserId, Link, default), keepInSync: true, default);
        var links = Assert.Single(await connections.ListAsync(ann.UserId, default));
        await core.RefreshAsync(links.Id);
        _service.Top["trip hop"] = [("Two", "Bo", 180), ("One", "Ada", 180), ("Four", "Di", 180)];
        await core.RefreshAsync(links.Id);

        var playlist = await core.FindAsync(ann, "tag:trip hop");
        Assert.Equal((true, true), (links.IsForLinks, playlist.SyncEnabled));
        Assert.Equal(["Two", "One", "Four"], playlist.Tracks.Select(track => track.SourceTrack.Title));
        Assert.Equal("Read again: 1 added, 1 removed, 1 moved.", Assert.Single(await core.EventsAsync(playlist.Id), e => e.Type == SyncEventType.Refreshed).Message.Words);
    }

    [Fact]
    public async Task Without_one_it_is_followed_with_the_users_own_key()
    {
        var ann = await _core.Database.AddUserAsync();
        var connections = _core.Get<SourceConnections>();
        var refusal = await Assert.ThrowsAsync<ProviderException>(() => connections.LookUpLinkAsync(ann.UserId, Link, default));
        Assert.Contains("Connect Last.fm with a key of your own", refusal.Words, StringComparison.Ordinal);

        var account = await connections.ConnectAsync(ann.UserId, "lastfm", SourceSetup.Values(("user", "ann"), ("apiKey", LastFmDouble.Key)), null, default);
        await connections.AddLinkAsync(ann.UserId, await connections.LookUpLinkAsync(ann.UserId, Link, default), keepInSync: false, default);
        await _core.RefreshAsync(account.Id);

        Assert.Equal((account.Id, 3), ((await _core.FindAsync(ann, "tag:trip hop")).ConnectionId, (await _core.FindAsync(ann, "tag:trip hop")).Tracks.Count));
    }

    private CoreHost Wire(TestDatabase database, string key) => new(database, sources: services => services
        .AddSettings(("Sources:LastFm:BaseUrl", new Uri(_service.Address, "/2.0").AbsoluteUri), ("Sources:LastFm:ApiKey", key)).AddLastFm());
}
