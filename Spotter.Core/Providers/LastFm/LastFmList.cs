using System.Globalization;

namespace Spotter.Core.Providers.LastFm;

/// <summary>A list that Last.fm offers. Last.fm no longer has playlists.</summary>
/// <param name="Sort">The kind of list: loved, recent, top-7day …, chart, tag, artist.</param>
/// <param name="About">The user, tag or artist of the list. Empty for the chart.</param>
internal sealed record LastFmList(string Sort, string About)
{
    /// <summary>The periods of top lists: Last.fm's name and the display name.</summary>
    private static readonly Dictionary<string, string> Periods = new(StringComparer.Ordinal)
    {
        ["7day"] = "7 days",
        ["1month"] = "month",
        ["3month"] = "3 months",
        ["6month"] = "6 months",
        ["12month"] = "12 months",
        ["overall"] = "all time",
    };

    /// <summary>The id under which it is stored. It never changes.</summary>
    public string RemoteId => $"{Sort}:{About}";

    /// <summary>The period of a list of top tracks, or null.</summary>
    public string? Period => Sort.StartsWith("top-", StringComparison.Ordinal) ? Sort[4..] : null;

    /// <summary>Its display name.</summary>
    public string Name => (Sort, Period) switch
    {
        ("loved", _) => "Loved tracks (Last.fm)",
        ("recent", _) => "Recently played (Last.fm)",
        ("chart", _) => "Last.fm chart",
        ("tag", _) => $"Top tracks: {About} (Last.fm)",
        ("artist", _) => $"Top tracks of {About} (Last.fm)",
        (_, "overall") => "Top tracks of all time (Last.fm)",
        (_, { } period) => $"Top tracks of the last {Periods[period]} (Last.fm)",
        _ => Sort,
    };

    /// <summary>The address of its page at Last.fm.</summary>
    public string ExternalUrl => (Sort, Uri.EscapeDataString(About)) switch
    {
        ("chart", _) => "https://www.last.fm/charts",
        ("tag", var tag) => $"https://www.last.fm/tag/{tag}/tracks",
        ("artist", var artist) => $"https://www.last.fm/music/{artist}/+tracks",
        ("loved", var user) => $"https://www.last.fm/user/{user}/loved",
        (_, var user) => $"https://www.last.fm/user/{user}/library/tracks",
    };

    /// <summary>Every list of a user.</summary>
    public static IEnumerable<LastFmList> Of(string user)
    {
        var name = user.ToLowerInvariant();
        return [new("loved", name), new("recent", name), .. Periods.Keys.Select(period => new LastFmList($"top-{period}", name))];
    }

    /// <summary>The list with a remote id, or null if there is none.</summary>
    public static LastFmList? Find(string remoteId)
        => remoteId.Split(':', 2) is [var sort, var about]
            && (sort is "chart" || (about.Length > 0 && (sort is "loved" or "recent" or "tag" or "artist" || (sort.StartsWith("top-", StringComparison.Ordinal) && Periods.ContainsKey(sort[4..])))))
                ? new(sort, about)
                : null;

    /// <summary>The public list that a link leads to, or null.</summary>
    public static LastFmList? Find(Uri link)
    {
        if (link.Host.ToLowerInvariant() is not ("last.fm" or "www.last.fm"))
        {
            return null;
        }

        var path = link.AbsolutePath.Split('/', StringSplitOptions.RemoveEmptyEntries).Select(part => Uri.UnescapeDataString(part).Replace('+', ' ')).ToList();
        if (path is [{ Length: 2 } language, ..] && language.All(char.IsAsciiLetterLower))
        {
            path.RemoveAt(0);
        }

        return path switch
        {
            ["charts", ..] => new("chart", ""),
            ["user", var user, "loved"] => new("loved", user.ToLower(CultureInfo.InvariantCulture)),
            ["tag", var tag, ..] when path.Count == 2 || path[2] == "tracks" => new("tag", tag.ToLower(CultureInfo.InvariantCulture)),
            ["music", var artist, ..] when path.Count == 2 || path[2] == " tracks" => new("artist", artist),
            _ => null,
        };
    }
}
