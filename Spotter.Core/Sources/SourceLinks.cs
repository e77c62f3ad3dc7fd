using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Says whose playlist a pasted link leads to, and what to do where that cannot be read.</summary>
internal static class SourceLinks
{
    /// <summary>The service and the remote id behind a link.</summary>
    /// <exception cref="ProviderException">No service here reads it.</exception>
    public static (ISourceFactory Factory, string RemoteId) Find(IEnumerable<ISourceFactory> sources, string text)
    {
        var readers = sources.Where(source => source is ILinkReader).ToList();
        if (!Uri.TryCreate(text.Trim(), UriKind.Absolute, out var link) || link.Scheme is not ("https" or "http"))
        {
            throw Refuse($"This is no link. One looks like {((ILinkReader?)readers.FirstOrDefault())?.LinkExample ?? "https://…"}");
        }

        foreach (var source in readers)
        {
            if (((ILinkReader)source).FindRemoteId(link) is { } remoteId)
            {
                return (source, remoteId);
            }
        }

        throw Refuse(WayRound(link.Host, string.Join(", ", readers.Select(source => source.DisplayName))));
    }

    private static string WayRound(string host, string readable) => host.ToLowerInvariant() switch
    {
        "open.spotify.com" or "spotify.link"
            => "Spotify shows playlists to nobody who is not signed in there. Copy it into a playlist of your own there and connect Spotify, or export it with Exportify and import the file.",
        "music.apple.com" or "tidal.com" or "listen.tidal.com" or "music.youtube.com" or "www.youtube.com" or "youtube.com" or "music.amazon.com" or "soundcloud.com" or "www.deezer.com" or "deezer.com"
            => $"Spotter cannot read {host}. Export the playlist with TuneMyMusic or Soundiiz as CSV, then import the file.",
        _ => $"Spotter reads no public playlists at {host}. It can read those of: {readable}.",
    };

    private static ProviderException Refuse(string sentence) => new("link", ProviderFailure.Forbidden, sentence);
}
