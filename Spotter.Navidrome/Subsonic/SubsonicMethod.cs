namespace Spotter.Navidrome.Subsonic;

/// <summary>The method of a request, and whether it may be sent twice.</summary>
internal static class SubsonicMethod
{
    /// <summary>The method that sends a song as sound.</summary>
    public const string Stream = "stream";

    /// <summary>The method that sends a picture.</summary>
    public const string Cover = "getCoverArt";

    private static readonly HashSet<string> Reads =
    [
        "ping", "getUser", "getOpenSubsonicExtensions", "getScanStatus", "getMusicFolders", "getIndexes", "getGenres", "search3",
        "getPlaylists", "getPlaylist", "getAlbum", "getSong", Cover, Stream,
    ];

    /// <summary>Whether the request asks for one file of the library: a song or a picture.</summary>
    public static bool IsFile(HttpRequestMessage request) => NameOf(request) is Stream or Cover;

    /// <summary>Whether the request changes a playlist on the server, through the protocol or Navidrome's native API.</summary>
    public static bool IsWrite(HttpRequestMessage request)
        => NameOf(request) is "createPlaylist" or "updatePlaylist" or "deletePlaylist"
            || (request.Method != HttpMethod.Get && request.RequestUri?.AbsolutePath.Contains("/api/playlist/", StringComparison.Ordinal) is true);

    /// <summary>The method's name, without the suffix that old servers need.</summary>
    public static string NameOf(HttpRequestMessage request)
    {
        var path = request.RequestUri?.AbsolutePath ?? "";
        var name = path[(path.LastIndexOf('/') + 1)..];
        return name.EndsWith(".view", StringComparison.Ordinal) ? name[..^".view".Length] : name;
    }

    /// <summary>
    /// Whether a second request is harmless if the outcome of the first is unknown. A second creation would make a second playlist, an
    /// addition would add twice, and a removal by index would remove the next song.
    /// </summary>
    public static bool MayRepeat(HttpRequestMessage request)
    {
        var form = request.Content as SubsonicForm;
        return NameOf(request) switch
        {
            "createPlaylist" => form?.Has("playlistId") is true,
            "updatePlaylist" => form is not null && !form.Has("songIdToAdd") && !form.Has("songIndexToRemove"),
            // The second answer is "not found", which means success.
            "deletePlaylist" => true,
            var name => Reads.Contains(name),
        };
    }
}
