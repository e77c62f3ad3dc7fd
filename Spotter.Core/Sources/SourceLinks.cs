using System.Diagnostics.CodeAnalysis;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Says whose playlist a pasted link leads to, and what to do where that cannot be read.</summary>
internal static class SourceLinks
{
    private const string ByFile = "Export the playlist with TuneMyMusic or Soundiiz as CSV, then import the file.";

    /// <summary>Services that show nothing to a program without an account, by their hosts; one that ends in a dot stands for any country's.</summary>
    private static readonly (string[] Hosts, LinkAdvice Advice)[] Closed =
    [
        (["open.spotify.com", "play.spotify.com", "spotify.link", "spotify.app.link"], new(
            "Spotify shows playlists to nobody who is not signed in there. Copy it into a playlist of your own there and connect Spotify, or export it with Exportify and import the file. Spotify also sends you all your playlists on request (Account, Privacy, account data): import the zip.")
            {
                ConnectKind = "spotify", SuggestsFile = true,
            }),
        (["music.apple.com", "itunes.apple.com"], new("Apple Music lets only paying developers read playlists. In the Music app or iTunes choose File › Library › Export Playlist, or export it with TuneMyMusic or Soundiiz as CSV. Then import the file.") { SuggestsFile = true }),
        (["music.youtube.com"], new("YouTube Music has no interface for programs. Request your music library from Google Takeout (takeout.google.com), then import the archive.") { SuggestsFile = true }),
        (["youtube.com", "m.youtube.com", "youtu.be"], File("YouTube shows videos and not songs: no artist, no album.")),
        (["tidal.com", "listen.tidal.com", "tidal.link"], File("TIDAL shows playlists to nobody who is not signed in there.")),
        (["soundcloud.com", "m.soundcloud.com", "on.soundcloud.com", "soundcloud.app.goo.gl"], File("SoundCloud gives programs like this one no access.")),
        (["music.amazon."], File("Amazon Music has no interface for programs.")),
        (["qobuz.com", "open.qobuz.com", "play.qobuz.com"], File("Qobuz gives programs like this one no access.")),
        (["music.yandex."], File("Yandex Music has no interface for programs.")),
        (["pandora.com"], File("Pandora gives programs like this one no access.")),
        (["napster.com", "play.napster.com", "app.napster.com"], File("Napster gives programs like this one no access.")),
    ];

    /// <summary>The service and the remote id behind a link.</summary>
    /// <exception cref="LinkRefusedException">No service here reads it.</exception>
    public static (ISourceFactory Factory, string RemoteId) Find(IEnumerable<ISourceFactory> sources, string text)
    {
        var readers = sources.Where(source => source is ILinkReader).ToList();
        if (!TryRead(text.Trim(), out var link))
        {
            throw new LinkRefusedException(new($"This is not a link. A link looks like {((ILinkReader?)readers.FirstOrDefault())?.LinkExample ?? "https://…"}"));
        }

        foreach (var source in readers)
        {
            if (((ILinkReader)source).FindRemoteId(link) is { } remoteId)
            {
                return (source, remoteId);
            }
        }

        throw new LinkRefusedException(
            readers.Select(source => ((ILinkReader)source).Advise(link)).FirstOrDefault(advice => advice is not null)
            ?? Closed.Where(service => service.Hosts.Any(host => IsAt(link, host))).Select(service => service.Advice).FirstOrDefault()
            ?? new($"Spotter reads no public playlists at {link.Host}. It can read those of: {string.Join(", ", readers.Select(source => source.DisplayName))}. For another service: {ByFile[..1].ToLowerInvariant()}{ByFile[1..]}")
            {
                SuggestsFile = true,
            });
    }

    // Browsers show addresses without their "https://", and that is how people copy them.
    private static bool TryRead(string text, [NotNullWhen(true)] out Uri? link)
        => (Uri.TryCreate(text, UriKind.Absolute, out link) && link.Scheme is "https" or "http")
            || (Uri.TryCreate($"https://{text}", UriKind.Absolute, out link) && link is { IsDefaultPort: true, UserInfo: "" } && link.Host.Contains('.', StringComparison.Ordinal));

    private static LinkAdvice File(string why) => new($"{why} {ByFile}") { SuggestsFile = true };

    private static bool IsAt(Uri link, string host)
    {
        var name = link.IdnHost.ToLowerInvariant();
        name = name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
        return host.EndsWith('.') ? name.StartsWith(host, StringComparison.Ordinal) : name == host;
    }
}
