namespace Spotter.Navidrome.Subsonic;

/// <summary>How long an answer may be, unpacked, by method. What is longer is no answer to what was asked, and is not read to its end.</summary>
internal static class AnswerLimits
{
    /// <summary>The most bytes of a cover: the most that Navidrome takes for one.</summary>
    public const int Cover = 10 * Megabyte;

    /// <summary>The most objects of one list within an answer: small ones would make a hundred times their length in memory.</summary>
    public const int Items = 100_000;

    private const int Megabyte = 1024 * 1024;

    /// <summary>The most bytes of an answer to the method.</summary>
    public static int Of(string method) => method switch
    {
        "getCoverArt" => Cover,
        // 20,000 songs, the longest list that Spotter takes, of 3 kB each: twice of what Navidrome sends.
        "getPlaylist" or "createPlaylist" => 64 * Megabyte,
        // A page of 500 songs, or all lists of a user, or an index of artists that was not asked for.
        "search3" or "getPlaylists" or "getIndexes" => 16 * Megabyte,
        _ => Megabyte,
    };
}
