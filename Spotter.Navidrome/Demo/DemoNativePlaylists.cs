using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;
using Spotter.Core.Providers;

namespace Spotter.Navidrome.Demo;

/// <summary>The playlists of Navidrome's native API, and their covers.</summary>
internal sealed class DemoNativePlaylists(DemoWorld world)
{
    private const int MaxImageBytes = 10 * 1024 * 1024;

    /// <summary>Whether the user sees the playlist.</summary>
    public static bool Sees(DemoUser user, DemoPlaylist playlist) => user.IsAdmin || playlist.IsPublic || user.Is(playlist.Owner);

    /// <summary>Whether the user may change the playlist.</summary>
    public bool MayChange(DemoUser user, DemoPlaylist playlist, bool writesSongs)
        => (user.IsAdmin || user.Is(playlist.Owner))
            && !(writesSongs && (playlist.IsReadOnly || (playlist.IsFromFile && world.Profile.ProtectsFileLists)));

    /// <summary>A page of the playlists that the user sees, by name.</summary>
    public (JsonArray Page, int Total) List(DemoRequest request, DemoUser user)
    {
        List<DemoPlaylist> all = [.. world.Playlists.All.Where(playlist => Sees(user, playlist))];
        if (string.Equals(request.Find("_order"), "DESC", StringComparison.OrdinalIgnoreCase))
        {
            all.Reverse();
        }

        return (new JsonArray([.. DemoNativeApi.Page(request, all).Select(Node)]), all.Count);
    }

    /// <summary>A playlist as JSON.</summary>
    public JsonObject Node(DemoPlaylist playlist)
    {
        List<DemoSong> songs = [.. playlist.SongIds.Select(world.Library.FindKnown).OfType<DemoSong>()];
        var isRuled = playlist.IsReadOnly;
        var node = new JsonObject
        {
            ["id"] = playlist.Id,
            ["name"] = playlist.Name,
            ["comment"] = playlist.Comment,
            ["duration"] = songs.Sum(song => song.DurationSeconds),
            ["size"] = songs.Sum(DemoNodes.SizeOf),
            ["songCount"] = playlist.ListedCount ?? songs.Count,
            ["ownerName"] = playlist.Owner,
            ["ownerId"] = DemoNativeApi.UserId(playlist.Owner),
            ["public"] = playlist.IsPublic,
            ["path"] = playlist.Path ?? (playlist.FileSongIds is null ? "" : $"/music/{playlist.Name}.m3u"),
            ["sync"] = playlist.IsFromFile,
            ["createdAt"] = DemoNodes.Moment(playlist.Created),
            ["updatedAt"] = DemoNodes.Moment(playlist.Changed),
            ["rules"] = isRuled ? JsonNode.Parse(playlist.Rules ?? """{"all":[]}""") : null,
            ["evaluatedAt"] = isRuled && playlist.IsEvaluated ? DemoNodes.Moment(playlist.Changed) : null,
        };
        if (world.Profile.UploadsCovers)
        {
            node["uploadedImage"] = playlist.Image is null ? "" : $"{playlist.Id}.img";
        }

        if (world.Profile.SaysImageAbsent && !DemoNodes.HasCover(playlist, world))
        {
            node["imageAbsent"] = true;
        }

        return node;
    }

    /// <summary>Creates a playlist. A body whose type is not exactly "application/json" is treated as a playlist file.</summary>
    public async Task<DemoReply> MakeAsync(DemoUser user, HttpContext context)
    {
        if (context.Request.ContentType != "application/json")
        {
            var moment = world.Clock.GetUtcNow().UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss'Z'", CultureInfo.InvariantCulture);
            world.Playlists.Create(user.Name, moment, []);
            return new DemoReply(201, Text: $"#EXTM3U\n#PLAYLIST:{moment}\n");
        }

        if (await DemoNativeApi.ReadAsync<Details>(context) is not { } details)
        {
            return DemoReply.Json(422, new JsonObject { ["error"] = "Invalid request payload" });
        }

        var made = world.Playlists.Create(user.Name, details.Name ?? "", [], isPublic: details.Public is true);
        world.Playlists.Change(made.Id, playlist => playlist with { Comment = details.Comment ?? "" });
        return DemoReply.Json(200, new JsonObject { ["id"] = made.Id });
    }

    /// <summary>Changes the name, comment or visibility.</summary>
    public async Task<DemoReply> ChangeAsync(DemoPlaylist playlist, HttpContext context)
    {
        if (await DemoNativeApi.ReadAsync<Details>(context) is not { } details)
        {
            return DemoReply.Json(422, new JsonObject { ["error"] = "Invalid request payload" });
        }

        return DemoReply.Json(200, Node(world.Playlists.Change(playlist.Id, current => current with
        {
            Name = details.Name ?? current.Name,
            Comment = details.Comment ?? current.Comment,
            IsPublic = details.Public ?? current.IsPublic,
        })));
    }

    public DemoReply Delete(DemoPlaylist playlist)
    {
        world.Playlists.Delete(playlist.Id);
        return DemoReply.Json(200, new JsonObject());
    }

    /// <summary>Sets or removes the cover.</summary>
    public async Task<DemoReply> ChangeImageAsync(DemoPlaylist playlist, HttpRequest request)
    {
        if (HttpMethods.IsDelete(request.Method))
        {
            return SetImage(playlist, null);
        }

        if (await ReadImageAsync(request) is not { } form)
        {
            return new DemoReply(400, Text: "file too large or invalid form");
        }

        if (form.Files.GetFile("image") is not { } file)
        {
            return new DemoReply(400, Text: "missing image file");
        }

        using var bytes = new MemoryStream();
        await file.CopyToAsync(bytes, request.HttpContext.RequestAborted);
        return ImageTypes.Of(bytes.ToArray()) is null ? new DemoReply(400, Text: "invalid image file") : SetImage(playlist, bytes.ToArray());
    }

    private static async Task<IFormCollection?> ReadImageAsync(HttpRequest request)
    {
        if (!request.HasFormContentType || request.ContentLength is null or > MaxImageBytes)
        {
            // Read anyway, so that the sender gets to read the answer.
            await request.Body.CopyToAsync(Stream.Null, request.HttpContext.RequestAborted);
            return null;
        }

        return await request.ReadFormAsync(request.HttpContext.RequestAborted);
    }

    private DemoReply SetImage(DemoPlaylist playlist, byte[]? image)
    {
        world.Playlists.Change(playlist.Id, current => current with { Image = image });
        return new DemoReply(200, Text: """{"status":"ok"}""");
    }

    private sealed record Details(string? Name, string? Comment, bool? Public);
}
