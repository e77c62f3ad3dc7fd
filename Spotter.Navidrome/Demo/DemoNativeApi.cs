using System.Globalization;
using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Spotter.Navidrome.Demo;

/// <summary>
/// The part of Navidrome's native API that a playlist client can use: the login, playlists with their rows and covers, the albums by the
/// time of their import, and events.
/// </summary>
internal sealed class DemoNativeApi(DemoWorld world)
{
    private readonly DemoNativeLogin _login = new(world);
    private readonly DemoNativePlaylists _playlists = new(world);
    private readonly DemoNativeRows _rows = new(world);
    private readonly DemoNativeAlbums _albums = new(world);

    /// <summary>The call, or null if this API does not have it.</summary>
    public DemoRequest? Recognise(HttpRequest request)
    {
        if (!world.Profile.HasNativeApi)
        {
            return null;
        }

        var parts = request.Path.Value?.Trim('/').Split('/');
        var method = (request.Method, parts) switch
        {
            ("POST", ["auth", "login"]) => "native:login",
            ("GET", ["api", "events"]) => "native:events",
            ("GET", ["api", "album"]) => "native:albums",
            ("GET", ["api", "album", _]) => "native:album",
            ("GET", ["api", "song"]) => "native:songs",
            ("GET", ["api", "playlist"]) => "native:playlists",
            ("POST", ["api", "playlist"]) => "native:makePlaylist",
            ("GET", ["api", "playlist", _]) => "native:playlist",
            ("PUT", ["api", "playlist", _]) => "native:changePlaylist",
            ("DELETE", ["api", "playlist", _]) => "native:deletePlaylist",
            ("POST" or "DELETE", ["api", "playlist", _, "image"]) when world.Profile.UploadsCovers => "native:image",
            ("GET", ["api", "playlist", _, "tracks"]) => "native:rows",
            ("POST", ["api", "playlist", _, "tracks"]) => "native:addRows",
            ("DELETE", ["api", "playlist", _, "tracks"]) => "native:removeRows",
            ("PUT", ["api", "playlist", _, "tracks", _]) => "native:moveRow",
            _ => null,
        };
        return method is null ? null : DemoRequest.Native(method, request, world.Profile, parts!.ElementAtOrDefault(2), parts!.ElementAtOrDefault(4));
    }

    /// <summary>Carries out a call. The caller writes the answer. Null if it was already written here, piece by piece.</summary>
    public async Task<DemoReply?> AnswerAsync(DemoRequest request, HttpContext context)
    {
        if (request.Method == "native:login")
        {
            return await _login.AnswerAsync(context);
        }

        if (Caller(request) is not { } user)
        {
            return DemoReply.Json(401, new JsonObject { ["error"] = "Not authenticated" });
        }

        // Every answer renews the token.
        context.Response.Headers["X-ND-Authorization"] = DemoTokens.For(user, world);
        switch (request.Method)
        {
            case "native:events":
                await world.Events.AnswerAsync(context);
                return null;
            case "native:albums":
                return Listed(context, _albums.List(request, user));
            case "native:album":
                return _albums.Find(request.Id ?? "", user) is { } album ? DemoReply.Json(200, album) : DemoReply.Json(500, new JsonObject { ["error"] = "data not found" });
            case "native:songs":
                return Listed(context, Songs(request, user));
            case "native:playlists":
                return Listed(context, _playlists.List(request, user));
            case "native:makePlaylist":
                return await _playlists.MakeAsync(user, context);
            default:
                return await AnswerOfAsync(request, user, context);
        }
    }

    /// <summary>The id of a user.</summary>
    public static string UserId(string name) => DemoIds.For("user", name.ToUpperInvariant());

    /// <summary>The requested part of a list.</summary>
    public static IEnumerable<T> Page<T>(DemoRequest request, IEnumerable<T> all)
    {
        var start = request.Number("_start", 0);
        return request.Find("_end") is null ? all.Skip(start) : all.Skip(start).Take(Math.Max(0, request.Number("_end", 0) - start));
    }

    /// <summary>The body, or null if it is not JSON of that form.</summary>
    public static async Task<T?> ReadAsync<T>(HttpContext context)
        where T : class
    {
        try
        {
            return await JsonSerializer.DeserializeAsync<T>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        }
        catch (JsonException)
        {
            return null;
        }
    }

    private static DemoReply Listed(HttpContext context, (JsonArray Page, int Total) list)
    {
        context.Response.Headers["X-Total-Count"] = list.Total.ToString(CultureInfo.InvariantCulture);
        return DemoReply.Json(200, list.Page);
    }

    private DemoUser? Caller(DemoRequest request)
    {
        const string Bearer = "Bearer ";
        var token = request.Headers.TryGetValue("X-ND-Authorization", out var header) && header.StartsWith(Bearer, StringComparison.Ordinal)
            ? header[Bearer.Length..]
            : request.Find("jwt") ?? "";
        return DemoTokens.Read(token, world);
    }

    /// <summary>Carries out a call about one playlist.</summary>
    private async Task<DemoReply> AnswerOfAsync(DemoRequest request, DemoUser user, HttpContext context)
    {
        var isRead = request.Method is "native:playlist" or "native:rows";
        if (world.Playlists.Find(request.Id ?? "") is not { } playlist || !DemoNativePlaylists.Sees(user, playlist))
        {
            return request.Method switch
            {
                "native:image" or "native:rows" => new DemoReply(404, Text: "not found"),
                "native:addRows" or "native:moveRow" => new DemoReply(400, Text: "data not found"),
                "native:removeRows" => new DemoReply(request.All("id").Count == 1 ? 404 : 500, Text: request.All("id").Count == 1 ? "not found" : "data not found"),
                _ => DemoReply.Json(500, new JsonObject { ["error"] = "data not found" }),
            };
        }

        if (!isRead && !_playlists.MayChange(user, playlist, writesSongs: request.Method.EndsWith("Rows", StringComparison.Ordinal) || request.Method == "native:moveRow"))
        {
            return request.Method switch
            {
                "native:moveRow" or "native:image" => new DemoReply(403, Text: "not authorized"),
                "native:addRows" => new DemoReply(400, Text: "not authorized"),
                "native:removeRows" => new DemoReply(500, Text: "not authorized"),
                _ => DemoReply.Json(403, new JsonObject { ["error"] = "Permission denied" }),
            };
        }

        return request.Method switch
        {
            "native:playlist" => DemoReply.Json(200, _playlists.Node(playlist)),
            "native:changePlaylist" => await _playlists.ChangeAsync(playlist, context),
            "native:deletePlaylist" => _playlists.Delete(playlist),
            "native:rows" => Listed(context, _rows.List(request, playlist, user)),
            "native:addRows" => await _rows.AddAsync(playlist, context),
            "native:moveRow" => await _rows.MoveAsync(request, playlist, context),
            "native:removeRows" => _rows.Remove(request, playlist),
            _ => await _playlists.ChangeImageAsync(playlist, context.Request),
        };
    }

    /// <summary>Songs by the code in their files, compared exactly.</summary>
    private (JsonArray Page, int Total) Songs(DemoRequest request, DemoUser user)
    {
        List<DemoSong> songs = [.. world.Library.Songs.Where(user.Sees).Where(song => request.Find("isrc") is not { } isrc || song.Isrc == isrc)];
        return (
            new JsonArray([.. Page(request, songs).Select(song => new JsonObject { ["id"] = song.Id, ["title"] = song.Title, ["album"] = song.Album, ["artist"] = song.ArtistLine })]),
            songs.Count);
    }
}
