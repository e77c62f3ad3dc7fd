using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Finds the service that a pasted link belongs to, and says what to do if it cannot be read.</summary>
internal static class SourceLinks
{
    private const string ByFile = "Export the playlist with TuneMyMusic or Soundiiz as CSV, then import the file.";

    /// <summary>Services that show nothing without an account, by their hosts. A host that ends in a dot stands for any country's
    /// domain.</summary>
    private static readonly (string[] Hosts, LinkAdvice Advice)[] Closed =
    [
        (["open.spotify.com", "play.spotify.com", "spotify.link", "spotify.app.link"], new(
            "Spotify shows playlists to nobody who is not signed in there. Copy it into a playlist of your own there and connect Spotify, or export it with Exportify and import the file.")
            {
                ConnectKind = "spotify", SuggestsFile = true,
            }),
        (["music.apple.com", "itunes.apple.com"], File("Apple Music lets only paying developers read playlists.")),
        (["music.youtube.com"], File("YouTube Music has no interface for programs.")),
        (["youtube.com", "m.youtube.com", "youtu.be"], File("YouTube shows videos and not songs: no artist, no album.")),
        (["tidal.com", "listen.tidal.com", "tidal.link"], File("TIDAL shows playlists to nobody who is not signed in there.")),
        (["soundcloud.com", "m.soundcloud.com", "on.soundcloud.com", "soundcloud.app.goo.gl"], File("SoundCloud gives programs like this one no access.")),
        (["music.amazon."], File("Amazon Music has no interface for programs.")),
        (["qobuz.com", "open.qobuz.com", "play.qobuz.com"], File("Qobuz gives programs like this one no access.")),
        (["music.yandex."], File("Yandex Music has no interface for programs.")),
        (["pandora.com"], File("Pandora gives programs like this one no access.")),
        (["napster.com", "play.napster.com", "app.napster.com"], File("Napster gives programs like this one no access.")),
    ];

    /// <summary>The service and the remote id that a link leads to.</summary>
    /// <exception cref="LinkRefusedException">No service can read it.</exception>
    public static (ISourceFactory Factory, string RemoteId) Find(IEnumerable<ISourceFactory> sources, string text)
    {
        var readers = sources.Where(source => source is ILinkReader).ToList();
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
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

    private static LinkAdvice File(string why) => new($"{why} {ByFile}") { SuggestsFile = true };

    private static bool IsAt(Uri link, string host)
    {
        var name = link.IdnHost.ToLowerInvariant();
        name = name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
        return host.EndsWith('.') ? name.StartsWith(host, StringComparison.Ordinal) : name == host;
    }
}
