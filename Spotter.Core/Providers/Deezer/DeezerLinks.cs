using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Deezer;

/// <summary>What the addresses of Deezer's pages mean: /playlist/908622995, mostly with a language before it.</summary>
internal static class DeezerLinks
{
    /// <summary>The id of the playlist, or null where the link is no playlist's.</summary>
    public static string? FindPlaylist(Uri link)
        => Of(link) is ["playlist", var id, ..] && id.Length is > 0 and <= 19 && id.All(char.IsAsciiDigit) && id.TrimStart('0') is { Length: > 0 } number ? number : null;

    /// <summary>What to do about any other link of Deezer's.</summary>
    public static LinkAdvice? Advise(Uri link)
    {
        // Where a short link leads only asking it tells, and Spotter follows no redirects.
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

    /// <summary>The parts of a path at Deezer without the language, or null where the link leads elsewhere.</summary>
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
