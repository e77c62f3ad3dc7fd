using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Text;

/// <summary>Finds the identifiers of a track in addresses, URIs and bare ids.</summary>
internal static class TrackIds
{
    private const int SpotifyIdLength = 22;

    /// <summary>The Spotify URI of a track from a URI, a link or a bare id. Null if it is none of them.</summary>
    public static string? Spotify(string? text)
    {
        var value = FieldText.Clean(text);
        var id = value.StartsWith("spotify:track:", StringComparison.OrdinalIgnoreCase) ? value["spotify:track:".Length..]
            : AfterHost(value, "open.spotify.com") is { } path ? LastSegmentAfter(path, "track")
            : value;
        return id is { Length: SpotifyIdLength } && id.All(char.IsAsciiLetterOrDigit) ? $"spotify:track:{id}" : null;
    }

    /// <summary>The service's id of the track that a link points to ("youtube:…", "deezer:…"), or null.</summary>
    public static string? FromLink(string? link)
    {
        var value = FieldText.Clean(link);
        if (Spotify(value) is { } spotify)
        {
            return spotify;
        }

        if (!Uri.TryCreate(value, UriKind.Absolute, out var uri) || uri.Scheme is not ("http" or "https"))
        {
            return null;
        }

        var host = uri.Host.StartsWith("www.", StringComparison.OrdinalIgnoreCase) ? uri.Host[4..] : uri.Host;
        return host.ToLowerInvariant() switch
        {
            "youtube.com" or "music.youtube.com" or "m.youtube.com" => Named("youtube", QueryValue(uri, "v")),
            "youtu.be" => Named("youtube", uri.AbsolutePath.Trim('/')),
            "deezer.com" => Named("deezer", LastSegmentAfter(uri.AbsolutePath, "track")),
            "tidal.com" or "listen.tidal.com" => Named("tidal", LastSegmentAfter(uri.AbsolutePath, "track")),
            _ => null,
        };
    }

    /// <summary>An id in Spotter's own form ("youtube:abc"), or null.</summary>
    public static string? Written(string? text)
    {
        var parts = FieldText.Clean(text).Split(':', 2);
        return parts.Length == 2 && parts[0].Length > 0 && parts[0].All(char.IsAsciiLetterLower)
            && parts[0] is not ("spotify" or "urn" or "isrc" or "file" or "http" or "https")
            && parts[1].Length > 0 && !parts[1].Any(c => char.IsWhiteSpace(c) || c is '/' or ':')
                ? $"{parts[0]}:{parts[1]}"
                : null;
    }

    /// <summary>An id from a list that Spotter wrote: the stored id, or a link that somebody put in its place. Null if it is empty.</summary>
    public static string? OfSpotter(string? text) => FromLink(text) ?? FieldText.CleanOrNull(text);

    /// <summary>An id at a named service. Null if one of the two is missing.</summary>
    public static string? Named(string? service, string? id)
    {
        var name = FieldText.Clean(service).ToLowerInvariant();
        var value = FieldText.Clean(id);
        return name.Length == 0 || value.Length == 0 ? null
            : name == "spotify" ? Spotify(value)
            : $"{name}:{value}";
    }

    /// <summary>The MusicBrainz recording id, bare or at the end of its URL, or null.</summary>
    public static string? RecordingMbid(string? text)
    {
        var value = FieldText.Clean(text);
        var id = AfterHost(value, "musicbrainz.org") is { } path ? LastSegmentAfter(path, "recording")
            : value.StartsWith("urn:uuid:", StringComparison.OrdinalIgnoreCase) ? value["urn:uuid:".Length..]
            : value;
        return Guid.TryParseExact(id, "D", out var mbid) && mbid != Guid.Empty ? mbid.ToString("D") : null;
    }

    /// <summary>The ISRC, bare or after "isrc:", or null.</summary>
    public static string? RecordingCode(string? text)
    {
        var value = FieldText.Clean(text);
        foreach (var prefix in (ReadOnlySpan<string>)["urn:isrc:", "isrc:"])
        {
            if (value.StartsWith(prefix, StringComparison.OrdinalIgnoreCase))
            {
                value = value[prefix.Length..];
                break;
            }
        }

        return Isrc.ParseAll(value) is [var first, ..] ? first : null;
    }

    private static string? AfterHost(string value, string host)
        => Uri.TryCreate(value, UriKind.Absolute, out var uri) && uri.Scheme is ("http" or "https")
            && (uri.Host.Equals(host, StringComparison.OrdinalIgnoreCase) || uri.Host.EndsWith("." + host, StringComparison.OrdinalIgnoreCase))
                ? uri.AbsolutePath
                : null;

    /// <summary>The segment after the one that names the kind. A language may come before both ("/intl-de/track/…").</summary>
    private static string? LastSegmentAfter(string path, string kind)
    {
        var parts = path.Split('/', StringSplitOptions.RemoveEmptyEntries);
        var at = Array.LastIndexOf(parts, kind);
        return at >= 0 && at + 1 < parts.Length ? parts[at + 1] : null;
    }

    private static string? QueryValue(Uri uri, string name)
        => uri.Query.TrimStart('?').Split('&')
            .Select(pair => pair.Split('=', 2))
            .Where(pair => pair.Length == 2 && pair[0] == name)
            .Select(pair => Uri.UnescapeDataString(pair[1]))
            .FirstOrDefault();
}
