namespace Spotter.Navidrome.Subsonic;

/// <summary>The maximum length of an answer in bytes, uncompressed, by method. A longer answer is not what was asked for, and is not read
/// to its end.</summary>
internal static class AnswerLimits
{
    /// <summary>The maximum size of a cover, which is also Navidrome's.</summary>
    public const int Cover = 10 * Megabyte;

    /// <summary>The maximum number of objects in one list of an answer: small objects could take a hundred times their length in
    /// memory.</summary>
    public const int Items = 100_000;

    private const int Megabyte = 1024 * 1024;

    /// <summary>The maximum number of bytes of an answer to the method.</summary>
    public static int Of(string method) => method switch
    {
        SubsonicMethod.Cover => Cover,
        // 20,000 songs, the longest list that Spotter accepts, at 3 kB each: twice what Navidrome sends.
        "getPlaylist" or "createPlaylist" => 64 * Megabyte,
        // A page of 500 songs, or all playlists of a user, or an index of artists that was not asked for.
        "search3" or "getPlaylists" or "getIndexes" => 16 * Megabyte,
        _ => Megabyte,
    };
}
