using System.Diagnostics.CodeAnalysis;
using Spotter.Core.Facts;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Finds the service that a pasted link belongs to, and says what to do if it cannot be read.</summary>
internal static class SourceLinks
{
    /// <summary>Services that show nothing to a program without an account, by their hosts; one that ends in a dot stands for any country's.</summary>
    private static readonly (string[] Hosts, LinkAdvice Advice)[] Closed =
    [
        (["open.spotify.com", "play.spotify.com", "spotify.link", "spotify.app.link"], new(new Fact.SpotifyLink()) { ConnectKind = "spotify", SuggestsFile = true }),
        (["music.apple.com", "itunes.apple.com"], new(new Fact.AppleMusicLink()) { SuggestsFile = true }),
        (["music.youtube.com"], new(new Fact.YouTubeMusicLink()) { SuggestsFile = true }),
        (["youtube.com", "m.youtube.com", "youtu.be"], File(new Fact.ServiceOfVideos("YouTube"))),
        (["tidal.com", "listen.tidal.com", "tidal.link"], File(new Fact.ServiceBehindSignIn("TIDAL"))),
        (["soundcloud.com", "m.soundcloud.com", "on.soundcloud.com", "soundcloud.app.goo.gl"], File(new Fact.ServiceWithoutAccess("SoundCloud"))),
        (["music.amazon."], File(new Fact.ServiceWithoutInterface("Amazon Music"))),
        (["qobuz.com", "open.qobuz.com", "play.qobuz.com"], File(new Fact.ServiceWithoutAccess("Qobuz"))),
        (["music.yandex."], File(new Fact.ServiceWithoutInterface("Yandex Music"))),
        (["pandora.com"], File(new Fact.ServiceWithoutAccess("Pandora"))),
        (["napster.com", "play.napster.com", "app.napster.com"], File(new Fact.ServiceWithoutAccess("Napster"))),
    ];

    /// <summary>The service and the remote id that a link leads to.</summary>
    /// <exception cref="LinkRefusedException">No service can read it.</exception>
    public static (ISourceFactory Factory, string RemoteId) Find(IEnumerable<ISourceFactory> sources, string text)
    {
        var readers = sources.Where(source => source is ILinkReader).ToList();
        if (!TryRead(text.Trim(), out var link))
        {
            throw new LinkRefusedException(new(new Fact.LinkInvalid(((ILinkReader?)readers.FirstOrDefault())?.LinkExample ?? "https://…")));
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
            ?? new(new Fact.LinkUnknown(link.Host, new FactList([.. readers.Select(source => new Fact.Called(source.DisplayName))]))) { SuggestsFile = true });
    }

    // Browsers show addresses without their "https://", and that is how people copy them.
    private static bool TryRead(string text, [NotNullWhen(true)] out Uri? link)
        => (Uri.TryCreate(text, UriKind.Absolute, out link) && link.Scheme is "https" or "http")
            || (Uri.TryCreate($"https://{text}", UriKind.Absolute, out link) && link is { IsDefaultPort: true, UserInfo: "" } && link.Host.Contains('.', StringComparison.Ordinal));

    private static LinkAdvice File(Fact why) => new(Fact.Of(why, new Fact.ExportAsFile())) { SuggestsFile = true };

    private static bool IsAt(Uri link, string host)
    {
        var name = link.IdnHost.ToLowerInvariant();
        name = name.StartsWith("www.", StringComparison.Ordinal) ? name[4..] : name;
        return host.EndsWith('.') ? name.StartsWith(host, StringComparison.Ordinal) : name == host;
    }
}
