using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Http;

namespace Spotter.Navidrome.Demo;

/// <summary>The rows of a playlist in Navidrome's native API. They are numbered from one, as stored, including rows of missing
/// songs.</summary>
internal sealed class DemoNativeRows(DemoWorld world)
{
    /// <summary>A page of the rows. Rows whose song the server does not know keep their number and are not shown.</summary>
    public (JsonArray Page, int Total) List(DemoRequest request, DemoPlaylist playlist, DemoUser user)
    {
        List<JsonObject> rows = [.. playlist.SongIds
            .Select((id, index) => (Song: world.Library.FindKnown(id), Number: index + 1))
            .Where(row => row.Song is { } song && user.Sees(song))
            .Select(row => new JsonObject
            {
                ["id"] = Text(row.Number),
                ["mediaFileId"] = row.Song!.Id,
                ["playlistId"] = playlist.Id,
                ["title"] = row.Song.Title,
            })];
        return (new JsonArray([.. DemoNativeApi.Page(request, rows)]), rows.Count);
    }

    /// <summary>Adds any number of rows at the end, with known or unknown songs.</summary>
    public async Task<DemoReply> AddAsync(DemoPlaylist playlist, HttpContext context)
    {
        if (await DemoNativeApi.ReadAsync<Added>(context) is not { } body)
        {
            return new DemoReply(400, Text: "invalid request body");
        }

        List<string> ids = [.. body.Ids ?? []];
        world.Playlists.Change(playlist.Id, current => current with { SongIds = [.. current.SongIds, .. ids] });
        return Sniffed(new JsonObject { ["added"] = ids.Count });
    }

    /// <summary>Moves a row so that it has the other's number afterwards.</summary>
    public async Task<DemoReply> MoveAsync(DemoRequest request, DemoPlaylist playlist, HttpContext context)
    {
        if (!int.TryParse(request.Row, out var from) || from == 0)
        {
            return new DemoReply(400, Text: "invalid id");
        }

        var body = await DemoNativeApi.ReadAsync<Moved>(context);
        if (!int.TryParse(body?.InsertBefore, out var to))
        {
            return new DemoReply(400, Text: $"strconv.Atoi: parsing \"{body?.InsertBefore}\": invalid syntax");
        }

        world.Playlists.Change(playlist.Id, current =>
        {
            if (from < 1 || from > current.SongIds.Count)
            {
                return current;
            }

            List<string> rows = [.. current.SongIds];
            var row = rows[from - 1];
            rows.RemoveAt(from - 1);
            rows.Insert(Math.Clamp(to - 1, 0, rows.Count), row);
            return current with { SongIds = rows };
        });
        return Sniffed(new JsonObject { ["id"] = Text(from) });
    }

    /// <summary>Removes rows by their numbers. If there are more parameters than the form reader accepts, it reads none.</summary>
    public DemoReply Remove(DemoRequest request, DemoPlaylist playlist)
    {
        var ids = request.Damage is null ? request.All("id") : [];
        var numbers = ids.Select(id => int.TryParse(id, out var number) ? number : 0).ToHashSet();
        world.Playlists.Change(playlist.Id, current => current with { SongIds = [.. current.SongIds.Where((_, index) => !numbers.Contains(index + 1))] });
        return Sniffed(ids switch
        {
            [] => new JsonObject { ["ids"] = null },
            [var id] => new JsonObject { ["id"] = id },
            _ => new JsonObject { ["ids"] = new JsonArray([.. ids]) },
        });
    }

    /// <summary>JSON without a declared type, which Go sends as text.</summary>
    private static DemoReply Sniffed(JsonObject node) => new(200, Text: node.ToJsonString());

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private sealed record Added(IReadOnlyList<string>? Ids);

    private sealed record Moved([property: System.Text.Json.Serialization.JsonPropertyName("insert_before")] string? InsertBefore);
}
