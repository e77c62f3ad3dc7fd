using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Deezer;

/// <summary>Reads the addresses of Deezer's pages: /playlist/908622995, usually after a language.</summary>
internal static class DeezerLinks
{
    /// <summary>The id of the playlist, or null if it is not a link to a playlist.</summary>
    public static string? FindPlaylist(Uri link)
        => Of(link) is ["playlist", var id, ..] && id.Length is > 0 and <= 19 && id.All(char.IsAsciiDigit) && id.TrimStart('0') is { Length: > 0 } number ? number : null;

    /// <summary>What to do with any other link to Deezer.</summary>
    public static LinkAdvice? Advise(Uri link)
    {
        // Only a request would show where a short link leads, and Spotter follows no redirects.
        if (link.Host.ToLowerInvariant() is "link.deezer.com" or "deezer.page.link" or "dzr.page.link")
        {
            return new(new Fact.DeezerShortLink());
        }

        return Of(link) switch
        {
            null => null,
            ["album" or "track" or "artist" or "mixes" or "show" or "episode" or "radio" or "smarttracklist" or "flow", ..] or ["profile", ..] => new(new Fact.DeezerOtherLink()),
            _ => new(new Fact.DeezerLink()),
        };
    }

    /// <summary>The parts of a path at Deezer without the language, or null if the link leads elsewhere.</summary>
    private static string[]? Of(Uri link)
    {
        if (link.Host.ToLowerInvariant() is not ("www.deezer.com" or "deezer.com"))
        {
            return null;
        }

        var parts = link.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries);
        return parts is [{ Length: 2 or 5 } language, ..] && char.IsAsciiLetter(language[0]) && (language.Length == 2 || language[2] == '-') ? parts[1..] : parts;
    }
}
