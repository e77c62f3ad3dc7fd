using System.Text.Json.Nodes;

namespace Spotter.Navidrome.Demo;

/// <summary>The albums of Navidrome's native API, which show what a scan has changed.</summary>
internal sealed class DemoNativeAlbums(DemoWorld world)
{
    /// <summary>A page of the albums that the user sees, including missing ones unless filtered.</summary>
    public (JsonArray Page, int Total) List(DemoRequest request, DemoUser user)
    {
        var albums = world.Library.Albums.Where(album => album.Songs.Any(user.Sees));
        if (bool.TryParse(request.Find("missing"), out var isMissing))
        {
            albums = albums.Where(album => album.IsMissing == isMissing);
        }

        List<DemoAlbum> sorted = request.Find("_sort") == "imported_at"
            ? [.. albums.OrderBy(album => album.ImportedAt)]
            : [.. albums.OrderBy(album => album.Name, StringComparer.OrdinalIgnoreCase)];
        if (string.Equals(request.Find("_order"), "DESC", StringComparison.OrdinalIgnoreCase))
        {
            sorted.Reverse();
        }

        return (new JsonArray([.. DemoNativeApi.Page(request, sorted).Select(Node)]), sorted.Count);
    }

    /// <summary>An album that the user sees, or null.</summary>
    public JsonObject? Find(string id, DemoUser user)
        => world.Library.Albums.Where(album => album.Songs.Any(user.Sees)).FirstOrDefault(album => DemoNodes.AlbumId(album.Songs[0], world) == id) is { } album ? Node(album) : null;

    private JsonObject Node(DemoAlbum album)
    {
        var node = new JsonObject
        {
            ["id"] = DemoNodes.AlbumId(album.Songs[0], world),
            ["name"] = album.Name,
            ["songCount"] = album.Songs.Count,
            ["missing"] = album.IsMissing,
            ["importedAt"] = DemoNodes.Moment(album.ImportedAt),
            ["createdAt"] = DemoNodes.Moment(album.CreatedAt),
            ["updatedAt"] = DemoNodes.Moment(album.ImportedAt),
        };
        if (world.Profile.SaysImageAbsent && !album.Songs.Any(song => song.HasCover))
        {
            node["imageAbsent"] = true;
        }

        return node;
    }
}
