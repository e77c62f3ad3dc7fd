using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Providers;
using Spotter.Core.Providers.Deezer;
using Spotter.Core.Providers.Http;
using Spotter.Core.Providers.LastFm;
using Spotter.Core.Providers.ListenBrainz;
using Spotter.Core.Providers.Spotify;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Sources;

/// <summary>What each pasted text leads to: a playlist, or a sentence with the next step.</summary>
public sealed class SourceLinksTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly ServiceProvider _services;

    public SourceLinksTests()
        => _services = new ServiceCollection().AddLogging().AddSettings()
            .AddSingleton<IServicePauses>(new ServicePauses(_database)).AddSingleton(TimeProvider.System)
            .AddDeezer().AddLastFm().AddListenBrainz().AddSpotify().AddSingleton<ProviderRegistry>()
            .BuildServiceProvider();

    [Theory]
    [InlineData("https://www.deezer.com/playlist/908622995", "deezer", "908622995")]
    [InlineData("  https://www.deezer.com/en/playlist/908622995?utm_source=deezer&utm_medium=web ", "deezer", "908622995")]
    [InlineData("http://deezer.com/pt-br/playlist/908622995/", "deezer", "908622995")]
    [InlineData("https://listenbrainz.org/playlist/0bb00000-0000-4000-8000-000000000001", "listenbrainz", "0bb00000-0000-4000-8000-000000000001")]
    [InlineData("https://www.last.fm/tag/shoegaze", "lastfm", "tag:shoegaze")]
    [InlineData("www.deezer.com/playlist/908622995", "deezer", "908622995")]
    [InlineData(" last.fm/tag/shoegaze", "lastfm", "tag:shoegaze")]
    public void A_link_to_a_public_playlist_leads_to_it(string link, string kind, string remoteId)
    {
        var (factory, found) = Find(link);

        Assert.Equal((kind, remoteId), (factory.Kind, found));
    }

    [Theory]
    [InlineData("road trip", "This is not a link.", null, false)]
    [InlineData("", "This is not a link.", null, false)]
    [InlineData("file:///etc/passwd", "This is not a link.", null, false)]
    [InlineData("javascript:alert(1)", "This is not a link.", null, false)]
    [InlineData("https://open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M?si=1", "export it with Exportify", "spotify", true)]
    [InlineData("https://spotify.link/abc", "connect Spotify", "spotify", true)]
    [InlineData("open.spotify.com/playlist/37i9dQZF1DXcBWIGoYBM5M", "connect Spotify", "spotify", true)]
    [InlineData("ann@example.org", "This is not a link.", null, false)]
    [InlineData("road.trip and more", "This is not a link.", null, false)]
    [InlineData("https://music.apple.com/us/playlist/a/pl.1", "Export Playlist", null, true)]
    [InlineData("https://music.youtube.com/playlist?list=PL1", "Google Takeout", null, true)]
    [InlineData("https://www.youtube.com/playlist?list=PL1", "videos and not songs", null, true)]
    [InlineData("https://tidal.com/browse/playlist/1", "TIDAL", null, true)]
    [InlineData("https://listen.tidal.com/playlist/1", "TIDAL", null, true)]
    [InlineData("https://soundcloud.com/ann/sets/one", "SoundCloud", null, true)]
    [InlineData("https://music.amazon.de/playlists/B1", "Amazon Music", null, true)]
    [InlineData("https://www.qobuz.com/gb-en/playlists/x/1", "Qobuz", null, true)]
    [InlineData("https://link.deezer.com/s/30abc", "Open it in your browser", null, false)]
    [InlineData("https://deezer.page.link/abc", "Open it in your browser", null, false)]
    [InlineData("https://www.deezer.com/en/album/302127", "Put the songs into a playlist of your own there", null, false)]
    [InlineData("https://www.deezer.com/en/playlist/new", "https://www.deezer.com/playlist/908622995", null, false)]
    [InlineData("https://www.last.fm/user/ann", "connect Last.fm", "lastfm", false)]
    [InlineData("https://listenbrainz.org/user/ann/", "connect ListenBrainz", "listenbrainz", false)]
    [InlineData("http://127.0.0.1:1/playlist/1", "It can read those of: Deezer, Last.fm, ListenBrainz. For another service: export the playlist", null, true)]
    [InlineData("https://www.deezer.com.evil.example/playlist/908622995", "reads no public playlists at www.deezer.com.evil.example", null, true)]
    [InlineData("https://music.amazon.evil.example@example.org/", "reads no public playlists at example.org", null, true)]
    public void Every_other_link_says_what_to_do_instead(string link, string words, string? connect, bool suggestsFile)
    {
        var refusal = Assert.Throws<LinkRefusedException>(() => Find(link));

        Assert.Contains(words, refusal.Advice.What.Words, StringComparison.Ordinal);
        Assert.Equal((connect, suggestsFile), (refusal.Advice.ConnectKind, refusal.Advice.SuggestsFile));
        Assert.True(connect is null || _services.GetRequiredService<ProviderRegistry>().FindSource(connect)!.TakesAccounts);
    }

    public void Dispose()
    {
        _services.Dispose();
        _database.Dispose();
    }

    private (ISourceFactory Factory, string RemoteId) Find(string text) => SourceLinks.Find(_services.GetRequiredService<ProviderRegistry>().Sources, text);
}
