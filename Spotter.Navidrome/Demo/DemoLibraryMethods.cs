using System.Text.Json.Nodes;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome.Demo;

/// <summary>The methods of the embedded server that read the library.</summary>
internal sealed class DemoLibraryMethods(DemoWorld world)
{
    private DemoProfile Profile => world.Profile;

    private DemoLibrary Library => world.Library;

    /// <summary>The libraries of this user. Navidrome's library ids are numbers.</summary>
    public JsonObject MusicFolders(DemoUser user)
    {
        if (Profile.Family == DemoFamily.Gonic)
        {
            return new() { ["musicFolder"] = new JsonArray(new JsonObject { ["id"] = 0, ["name"] = "music" }) };
        }

        IEnumerable<int> ids = Profile.HasLibraries ? Library.Songs.Where(user.Sees).Select(song => song.LibraryId).Append(1).Distinct().Order() : [1];
        return new()
        {
            ["musicFolder"] = new JsonArray([.. ids.Select(id => new JsonObject
            {
                ["id"] = Profile.Family == DemoFamily.Supysonic ? JsonValue.Create(DemoIds.UuidFor("folder", $"{id}")) : JsonValue.Create(id),
                ["name"] = id == 1 ? "Music Library" : $"Music Library {id}",
            })]),
        };
    }

    /// <summary>The genres of the songs that this user sees. If no song has one, the list is absent.</summary>
    public JsonObject Genres(DemoUser user)
    {
        var genres = Library.Songs.Where(song => user.Sees(song) && song.Genre is not null).GroupBy(song => song.Genre!, StringComparer.Ordinal)
            .Select(songs => new JsonObject
            {
                ["value"] = songs.Key,
                ["songCount"] = songs.Count(),
                ["albumCount"] = songs.Select(song => (song.AlbumArtist, song.Album)).Distinct().Count(),
            }).ToArray<JsonNode>();
        return genres.Length == 0 ? [] : new JsonObject { ["genre"] = new JsonArray(genres) };
    }

    public JsonObject ScanStatus(DemoUser user)
    {
        switch (Profile.Family)
        {
            case DemoFamily.Supysonic:
                // Only its daemon counts, and only during a scan.
                return user.IsAdmin ? new JsonObject { ["scanning"] = Library.IsScanning, ["count"] = 0 } : throw DemoException.NotAuthorized();
            case DemoFamily.Gonic:
                return new JsonObject { ["scanning"] = Library.IsScanning, ["count"] = Library.Songs.Count };
        }

        var status = new JsonObject
        {
            ["scanning"] = Library.IsScanning,
            // Over all libraries, including those that the caller does not see.
            ["count"] = Library.Songs.Count,
            ["folderCount"] = Library.FolderCount,
        };
        if (Profile.HasLastScan)
        {
            status["lastScan"] = DemoNodes.Moment(Library.LastScan);
        }

        if (Profile.HasScanDetails)
        {
            status["scanType"] = Library.WasFullScan ? "full" : "quick";
            status["elapsedTime"] = 0;
        }

        return status;
    }

    public JsonObject StartScan(DemoUser user)
    {
        if (!user.IsAdmin)
        {
            throw DemoException.NotAuthorized();
        }

        Library.EndScan();
        return ScanStatus(user);
    }

    public JsonObject Indexes(DemoRequest request)
    {
        if (Profile.Family == DemoFamily.Gonic)
        {
            return Folders();
        }

        var lastModified = Library.LastScan.ToUnixTimeMilliseconds();
        var node = new JsonObject
        {
            ["lastModified"] = lastModified,
            ["ignoredArticles"] = Profile.Family == DemoFamily.Navidrome ? "The El La Los Las Le Les Os As O A" : "",
        };
        if (!long.TryParse(request.Find("ifModifiedSince"), out var since) || since < lastModified)
        {
            node["index"] = new JsonArray(
            [
                .. Library.Songs.Select(song => song.AlbumArtist).Distinct().GroupBy(name => name[..1].ToUpperInvariant()).Select(group => new JsonObject
                {
                    ["name"] = group.Key,
                    ["artist"] = new JsonArray([.. group.Select(Artist)]),
                }),
            ]);
        }

        return node;
    }

    /// <summary>gonic's index is one of folders, always complete, and its time never changes.</summary>
    private JsonObject Folders() => new()
    {
        ["lastModified"] = 0,
        ["ignoredArticles"] = "",
        ["index"] = new JsonArray(
        [
            .. Library.Songs.Select(song => song.FilePath.Split('/')[0]).Distinct(StringComparer.Ordinal).Order(StringComparer.Ordinal)
                .GroupBy(name => name is [var first, ..] && char.IsLetter(first) ? char.ToUpperInvariant(first).ToString() : "#")
                .Select(group => new JsonObject
                {
                    ["name"] = group.Key,
                    ["artist"] = new JsonArray([.. group.Select(name => new JsonObject
                    {
                        ["id"] = world.Ids.Album("album", name),
                        ["name"] = name,
                        ["albumCount"] = 0,
                        ["disambiguation"] = "",
                        ["musicBrainzId"] = "",
                        ["roles"] = new JsonArray(),
                    })]),
                }),
        ]),
    };

    public JsonObject Search(DemoRequest request, DemoUser user, bool swallowsSongs)
    {
        var matches = Matcher(request);
        var songs = Visible(request, user).Where(matches);
        if (Profile.SortsByTitle)
        {
            songs = songs.OrderBy(song => song.Title, StringComparer.OrdinalIgnoreCase).ThenBy(song => song.Id, StringComparer.Ordinal);
        }

        var found = songs.ToList();
        var result = new JsonObject();
        Add(result, "artist", Page(request, "artist", found.Select(song => song.AlbumArtist).Distinct()).Select(Artist));
        Add(result, "album", Page(request, "album", Albums(found)).Select(album => DemoNodes.Album(album, world)));
        if (!swallowsSongs && !(Profile.NegativeOffsetFindsNothing && request.Find("songOffset") is ['-', ..]))
        {
            Add(result, "song", Page(request, "song", found).Select(song => DemoNodes.Song(song, world)));
        }

        return result;
    }

    /// <summary>A song. Navidrome still knows it when its file is gone.</summary>
    public JsonObject Song(DemoRequest request, DemoUser user)
    {
        var id = WellFormed(Profile.Family == DemoFamily.Supysonic ? request.Get("id") : request.Find("id") ?? "");
        return Library.FindKnown(id) is { } song && user.Sees(song) ? DemoNodes.Song(song, world)
            : Profile.Family == DemoFamily.Gonic ? throw new DemoException(SubsonicErrorCode.NotFound, "couldn't find a track with that id")
            : throw DemoException.NotFound("Song");
    }

    public JsonObject Albums(DemoRequest request, DemoUser user)
    {
        var albums = Albums(Visible(request, user)).OrderBy(songs => songs[0].Album, StringComparer.OrdinalIgnoreCase)
            .Skip(request.Number("offset", 0)).Take(Math.Min(500, request.Number("size", 10)));
        var result = new JsonObject();
        Add(result, "album", albums.Select(album => DemoNodes.Album(album, world)));
        return result;
    }

    public JsonObject Album(DemoRequest request, DemoUser user)
    {
        var id = request.Get("id");
        var songs = Library.Songs.Where(user.Sees).Where(song => DemoNodes.AlbumId(song, world) == id).ToList();
        if (songs.Count == 0)
        {
            throw DemoException.NotFound("Album");
        }

        var node = DemoNodes.Album(songs, world);
        node["song"] = new JsonArray([.. songs.Select(song => DemoNodes.Song(song, world))]);
        return node;
    }

    private static IEnumerable<List<DemoSong>> Albums(IEnumerable<DemoSong> songs)
        => songs.GroupBy(song => (song.AlbumArtist, song.Album)).Select(group => group.ToList());

    private JsonObject Artist(string name) => new() { ["id"] = world.Ids.Album("artist", name), ["name"] = name };

    private IEnumerable<DemoSong> Visible(DemoRequest request, DemoUser user)
    {
        var songs = Library.Songs.Where(user.Sees);
        if (Profile.Family != DemoFamily.Navidrome || !Profile.HasLibraries || request.All("musicFolderId") is not { Count: > 0 } wanted)
        {
            return songs;
        }

        var folders = wanted.Select(text => int.TryParse(text, out var id) ? id : 0).ToHashSet();
        var own = Library.Songs.Where(user.Sees).Select(song => song.LibraryId).Append(1).ToHashSet();
        return folders.IsSubsetOf(own) ? songs.Where(song => folders.Contains(song.LibraryId)) : throw DemoException.NotFound("Library");
    }

    private IEnumerable<T> Page<T>(DemoRequest request, string kind, IEnumerable<T> found)
        => found.Skip(Profile.IgnoresOffset ? 0 : request.Number(kind + "Offset", 0)).Take(request.Number(kind + "Count", 20));

    /// <summary>Adds the key only if there are hits.</summary>
    private static void Add(JsonObject result, string key, IEnumerable<JsonNode> nodes)
    {
        var array = new JsonArray([.. nodes]);
        if (array.Count > 0)
        {
            result[key] = array;
        }
    }

    private Func<DemoSong, bool> Matcher(DemoRequest request)
    {
        if (!request.Has("query") && !Profile.QueryMayBeMissing)
        {
            throw DemoException.Missing("query");
        }

        var query = request.Find("query") ?? "";
        if (query.Length == 0)
        {
            return Profile.EmptyQueryMeansEverything ? _ => true : throw DemoException.Missing("query");
        }

        if ((query == "\"\"" && Profile.QuotesMeanEverything) || (query == "*" && Profile.StarMeansEverything) || (query == "''" && Profile.ApostrophesMeanEverything))
        {
            return _ => true;
        }

        if (Profile.Family == DemoFamily.Supysonic)
        {
            return song => song.Title.Contains(query, StringComparison.OrdinalIgnoreCase);
        }

        if (Guid.TryParse(query, out var mbid) && Profile.IsOpenSubsonic)
        {
            return song => song.RecordingMbid == mbid.ToString();
        }

        var words = query.Trim('"').Split(' ', StringSplitOptions.RemoveEmptyEntries);
        return song => words.Length > 0 && words.All(word =>
            song.Title.Contains(word, StringComparison.OrdinalIgnoreCase)
            || song.Album.Contains(word, StringComparison.OrdinalIgnoreCase)
            || song.ArtistLine.Contains(word, StringComparison.OrdinalIgnoreCase));
    }

    private string WellFormed(string id)
        => world.Ids.IsWellFormed(id) ? id
            : Profile.Family == DemoFamily.Gonic ? throw new DemoException(SubsonicErrorCode.MissingParameter, "provide an `id` parameter")
            : throw DemoException.Internal("ValueError: badly formed hexadecimal UUID string");
}
