using System.Text.Json;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Spotter.Core.Providers;

namespace Spotter.Navidrome.Demo;

/// <summary>The part of Navidrome's own interface that a client of playlists can use: the login, what a playlist is, and its cover.</summary>
internal sealed class DemoNativeApi(DemoWorld world)
{
    private const int MaxImageBytes = 10 * 1024 * 1024;
    private const int LoginsPerWindow = 5;
    private static readonly TimeSpan LoginWindow = TimeSpan.FromSeconds(20);

    private readonly Lock _gate = new();
    private readonly Queue<DateTimeOffset> _logins = new();

    /// <summary>What is asked, or null where it is nothing that this interface has.</summary>
    public DemoRequest? Recognise(HttpRequest request)
    {
        if (!world.Profile.HasNativeApi)
        {
            return null;
        }

        return (request.Method, request.Path.Value?.Trim('/').Split('/')) switch
        {
            ("POST", ["auth", "login"]) => DemoRequest.Native("native:login", request),
            ("GET", ["api", "playlist"]) => DemoRequest.Native("native:playlists", request),
            ("GET", ["api", "album", var id]) => DemoRequest.Native("native:album", request, id),
            ("GET", ["api", "playlist", var id]) => DemoRequest.Native("native:playlist", request, id),
            ("POST" or "DELETE", ["api", "playlist", var id, "image"]) when world.Profile.UploadsCovers => DemoRequest.Native("native:image", request, id),
            _ => null,
        };
    }

    /// <summary>Does what is asked; the answer is written by the caller.</summary>
    public async Task<DemoReply> AnswerAsync(DemoRequest request, HttpContext context)
    {
        if (request.Method == "native:login")
        {
            return await LogInAsync(context);
        }

        var token = request.Headers.TryGetValue("X-ND-Authorization", out var header) && header.StartsWith("Bearer ", StringComparison.Ordinal)
            ? header["Bearer ".Length..]
            : "";
        if (DemoTokens.Read(token, world) is not { } user)
        {
            return Json(401, new JsonObject { ["error"] = "Not authenticated" });
        }

        // Every answer renews the token.
        context.Response.Headers["X-ND-Authorization"] = DemoTokens.For(user, world);
        if (request.Method == "native:playlists")
        {
            var all = world.Playlists.All.Where(playlist => Sees(user, playlist)).ToList();
            context.Response.Headers["X-Total-Count"] = all.Count.ToString(System.Globalization.CultureInfo.InvariantCulture);
            return Json(200, new JsonArray([.. all.Select(Node)]));
        }

        if (request.Method == "native:album")
        {
            return FindAlbum(request.Find("id") ?? "");
        }

        if (world.Playlists.Find(request.Find("id") ?? "") is not { } found || !Sees(user, found))
        {
            return Json(404, new JsonObject { ["error"] = "Not found" });
        }

        return request.Method == "native:playlist" ? Json(200, Node(found))
            : !user.IsAdmin && !user.Is(found.Owner) ? Json(403, new JsonObject { ["error"] = "Permission denied" })
            : HttpMethods.IsDelete(context.Request.Method) ? SetImage(found, null)
            : await UploadAsync(found, context.Request);
    }

    private static bool Sees(DemoUser user, DemoPlaylist playlist) => user.IsAdmin || playlist.IsPublic || user.Is(playlist.Owner);

    private DemoReply FindAlbum(string id)
    {
        var songs = world.Library.Songs.Where(song => DemoNodes.AlbumId(song, world) == id).ToList();
        if (songs.Count == 0)
        {
            return Json(404, new JsonObject { ["error"] = "Not found" });
        }

        var node = new JsonObject { ["id"] = id, ["name"] = songs[0].Album, ["songCount"] = songs.Count, ["missing"] = false };
        Tell(node, !songs.Any(song => song.HasCover));
        return Json(200, node);
    }

    /// <summary>A list without a cover of its own shows those of its songs.</summary>
    private bool IsImageAbsent(DemoPlaylist playlist)
        => playlist.Image is null && !playlist.SongIds.Any(id => world.Library.Find(id) is { HasCover: true });

    private void Tell(JsonObject node, bool isImageAbsent)
    {
        if (world.Profile.SaysImageAbsent && isImageAbsent)
        {
            node["imageAbsent"] = true;
        }
    }

    private JsonObject Node(DemoPlaylist playlist)
    {
        var node = Describe(playlist);
        Tell(node, IsImageAbsent(playlist));
        return node;
    }

    private static JsonObject Describe(DemoPlaylist playlist) => new()
    {
        ["id"] = playlist.Id,
        ["name"] = playlist.Name,
        ["comment"] = playlist.Comment,
        ["ownerName"] = playlist.Owner,
        ["ownerId"] = DemoIds.For("user", playlist.Owner),
        ["public"] = playlist.IsPublic,
        ["songCount"] = playlist.SongIds.Count,
        ["path"] = playlist.FileSongIds is null ? "" : $"/music/{playlist.Name}.m3u",
        ["sync"] = playlist.FileSongIds is not null,
        ["rules"] = playlist.IsReadOnly ? new JsonObject { ["all"] = new JsonArray() } : null,
        ["uploadedImage"] = playlist.Image is null ? "" : $"{playlist.Id}.img",
    };

    private static DemoReply Json(int statusCode, JsonNode node) => new(statusCode, Text: node.ToJsonString(), ContentType: "application/json");

    private async Task<DemoReply> LogInAsync(HttpContext context)
    {
        lock (_gate)
        {
            var now = world.Clock.GetUtcNow();
            while (_logins.TryPeek(out var oldest) && now - oldest >= LoginWindow)
            {
                _logins.Dequeue();
            }

            if (_logins.Count >= LoginsPerWindow)
            {
                // Successes count too.
                return new DemoReply(429, Text: "Too Many Requests");
            }

            _logins.Enqueue(now);
        }

        LoginForm? form;
        try
        {
            form = await JsonSerializer.DeserializeAsync<LoginForm>(context.Request.Body, JsonSerializerOptions.Web, context.RequestAborted);
        }
        catch (JsonException)
        {
            return Json(400, new JsonObject { ["error"] = "invalid request" });
        }

        return form?.Username is { } name && world.FindUser(name) is { } user && user.Password == form.Password
            ? Json(200, new JsonObject
            {
                ["id"] = DemoIds.For("user", user.Name),
                ["username"] = user.Name,
                ["isAdmin"] = user.IsAdmin,
                ["token"] = DemoTokens.For(user, world),
            })
            : Json(401, new JsonObject { ["error"] = "Invalid username or password" });
    }

    private async Task<DemoReply> UploadAsync(DemoPlaylist playlist, HttpRequest request)
    {
        if (request.ContentLength > MaxImageBytes)
        {
            return Json(400, new JsonObject { ["error"] = "file too large" });
        }

        if (!request.HasFormContentType || (await request.ReadFormAsync(request.HttpContext.RequestAborted)).Files.GetFile("image") is not { } file)
        {
            return Json(400, new JsonObject { ["error"] = "no image" });
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return ImageTypes.Of(bytes.ToArray()) is null
            ? Json(400, new JsonObject { ["error"] = "invalid image file" })
            : SetImage(playlist, bytes.ToArray());
    }

    private DemoReply SetImage(DemoPlaylist playlist, byte[]? image)
    {
        world.Playlists.Change(playlist.Id, current => current with { Image = image });
        return Json(200, new JsonObject { ["status"] = "ok" });
    }

    private sealed record LoginForm(string? Username, string? Password);
}
