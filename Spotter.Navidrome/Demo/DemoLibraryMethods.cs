using System.Text.Json.Nodes;

namespace Spotter.Navidrome.Demo;

/// <summary>The methods of the embedded server that read the library.</summary>
internal sealed class DemoLibraryMethods(DemoLibrary library, DemoProfile profile)
{
    /// <summary>The one library; Navidrome's ids of them are numbers.</summary>
    public static JsonObject MusicFolders() => new() { ["musicFolder"] = new JsonArray(new JsonObject { ["id"] = 1, ["name"] = "Music Library" }) };

    public JsonObject ScanStatus(DemoUser user)
    {
        if (!profile.HasLastScan)
        {
            return user.IsAdmin ? new JsonObject { ["scanning"] = library.IsScanning, ["count"] = 0 } : throw DemoException.NotAuthorized();
        }

        return new JsonObject
        {
            ["scanning"] = library.IsScanning,
            ["count"] = library.Songs.Count,
            ["folderCount"] = library.Songs.Select(song => song.AlbumId).Distinct().Count(),
            ["lastScan"] = DemoNodes.Moment(library.LastScan),
            ["scanType"] = "quick",
            ["elapsedTime"] = 0,
        };
    }

    public JsonObject StartScan(DemoUser user)
    {
        if (!user.IsAdmin)
        {
            throw DemoException.NotAuthorized();
        }

        library.EndScan();
        return ScanStatus(user);
    }

    public JsonObject Indexes(DemoRequest request)
    {
        var lastModified = library.LastScan.ToUnixTimeMilliseconds();
        var node = new JsonObject { ["lastModified"] = lastModified, ["ignoredArticles"] = "" };
        if (!long.TryParse(request.Find("ifModifiedSince"), out var since) || since < lastModified)
        {
            node["index"] = new JsonArray(
            [
                .. library.Songs.Select(song => song.AlbumArtist).Distinct().GroupBy(name => name[..1].ToUpperInvariant()).Select(group => new JsonObject
                {
                    ["name"] = group.Key,
                    ["artist"] = new JsonArray([.. group.Select(name => new JsonObject { ["id"] = DemoIds.For("artist", name), ["name"] = name })]),
                }),
            ]);
        }

        return node;
    }

    public JsonObject Search(DemoRequest request, bool swallowsSongs)
    {
        var query = request.Find("query") ?? (profile.IsOpenSubsonic ? "" : throw DemoException.Missing("query"));
        if (query == "\"\"" && profile.QuotesMeanEverything)
        {
            query = "";
        }

        var page = swallowsSongs
            ? []
            : library.Songs.Where(song => Matches(song, query))
                .Skip(profile.IgnoresOffset ? 0 : request.Number("songOffset", 0))
                .Take(request.Number("songCount", 20));
        var songs = new JsonArray([.. page.Select(song => DemoNodes.Song(song, profile))]);
        // Without a hit the key is not there at all.
        return songs.Count == 0 ? [] : new JsonObject { ["song"] = songs };
    }

    public JsonObject Song(DemoRequest request)
        => library.Find(request.Get("id")) is { } song ? DemoNodes.Song(song, profile) : throw DemoException.NotFound("Song");

    public JsonObject Albums(DemoRequest request)
    {
        var albums = library.Songs.GroupBy(song => song.AlbumId).Select(group => group.ToList())
            .OrderBy(songs => songs[0].Album, StringComparer.OrdinalIgnoreCase)
            .Skip(request.Number("offset", 0)).Take(Math.Min(500, request.Number("size", 10)))
            .Select(DemoNodes.Album);
        var nodes = new JsonArray([.. albums]);
        return nodes.Count == 0 ? [] : new JsonObject { ["album"] = nodes };
    }

    public JsonObject Album(DemoRequest request)
    {
        var id = request.Get("id");
        var songs = library.Songs.Where(song => song.AlbumId == id).ToList();
        if (songs.Count == 0)
        {
            throw DemoException.NotFound("Album");
        }

        var node = DemoNodes.Album(songs);
        node["song"] = new JsonArray([.. songs.Select(song => DemoNodes.Song(song, profile))]);
        return node;
    }

    private static bool Matches(DemoSong song, string query)
        => query.Length == 0 || query.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries).All(word =>
            song.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
            || song.Album.Contains(word, StringComparison.OrdinalIgnoreCase)
            || song.ArtistLine.Contains(word, StringComparison.OrdinalIgnoreCase));
}
