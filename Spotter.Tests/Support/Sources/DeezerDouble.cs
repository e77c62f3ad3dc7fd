using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Spotter.Tests.Support.Sources;

/// <summary>
/// Deezer as its documentation describes it: developers.deezer.com/api/playlist (the object and its tracks), /api/track for the rows, and
/// /api/errors for refusals, which replace the answer and have HTTP status 200.
/// </summary>
internal sealed class DeezerDouble : ServiceDouble
{
    public Dictionary<string, DeezerList> Lists { get; } = [];

    /// <summary>The most rows on a page, whatever limit is requested.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Changes an answer before it is sent, as if the service had moved a field.</summary>
    public Action<string, JsonObject>? Mutate { get; set; }

    public static Task<DeezerDouble> StartAsync() => StartAsync(new DeezerDouble());

    public DeezerList Add(string id, string title, params IEnumerable<(string Title, string Artist, int Seconds)> tracks)
    {
        var list = new DeezerList(id, title);
        list.Edit(tracks);
        return Lists[id] = list;
    }

    public static string Refusal(int code, string type = "Exception", string message = "No.")
        => new JsonObject { ["error"] = new JsonObject { ["type"] = type, ["message"] = message, ["code"] = code } }.ToJsonString();

    protected override void Map(WebApplication app)
    {
        // /api/playlist: the object, which also holds its first tracks
        app.MapGet("/playlist/{id}", (string id) => Answer(id, "playlist", list => new JsonObject
        {
            ["id"] = long.Parse(id, CultureInfo.InvariantCulture),
            ["title"] = list.Title,
            ["description"] = list.Description,
            ["duration"] = list.Tracks.Sum(track => track.Seconds),
            ["public"] = list.IsPublic,
            ["is_loved_track"] = false,
            ["collaborative"] = false,
            ["nb_tracks"] = list.Tracks.Count,
            ["fans"] = 3,
            ["link"] = $"https://www.deezer.com/playlist/{id}",
            ["picture_big"] = $"https://cdn-images.dzcdn.net/images/playlist/{id}/500x500.jpg",
            ["picture_xl"] = $"https://cdn-images.dzcdn.net/images/playlist/{id}/1000x1000.jpg",
            ["checksum"] = Checksum(list),
            ["creator"] = new JsonObject { ["id"] = 1, ["name"] = "Bo", ["type"] = "user" },
            ["type"] = "playlist",
            ["tracks"] = new JsonObject { ["data"] = new JsonArray([.. list.Tracks.Take(5).Select(Track)]) },
        }));

        // /api/playlist/tracks: index, limit; total includes rows that are not returned
        app.MapGet("/playlist/{id}/tracks", (HttpRequest request, string id, int? index, int? limit) => Answer(id, "tracks", list =>
        {
            var size = Math.Min(limit ?? 25, PageSize);
            var from = index ?? 0;
            var page = new JsonObject
            {
                ["data"] = new JsonArray([.. list.Tracks.Skip(from).Take(size).Where(track => !list.Withdrawn.Contains(track.Title)).Select(Track)]),
                ["checksum"] = Checksum(list),
                ["total"] = list.Tracks.Count,
            };
            if (from + size < list.Tracks.Count)
            {
                page["next"] = $"https://api.deezer.com/playlist/{id}/tracks?limit={size}&index={from + size}";
            }

            return page;
        }));
    }

    private static JsonObject Track((string Title, string Artist, int Seconds) track) => new()
    {
        ["id"] = 3_135_000 + track.Seconds,
        ["readable"] = track.Seconds % 2 == 0,
        ["title"] = track.Title,
        ["title_short"] = track.Title,
        ["title_version"] = "",
        ["isrc"] = null,
        ["link"] = "https://www.deezer.com/track/3135553",
        ["duration"] = track.Seconds,
        ["rank"] = 500_000,
        ["explicit_lyrics"] = false,
        ["time_add"] = 1_700_000_000,
        ["artist"] = new JsonObject { ["id"] = 27, ["name"] = track.Artist, ["type"] = "artist" },
        ["album"] = new JsonObject { ["id"] = 302_127, ["title"] = "Album", ["type"] = "album" },
        ["type"] = "track",
    };

    private static string Checksum(DeezerList list)
        => Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\n', list.Tracks))))[..32];

    private IResult Answer(string id, string what, Func<DeezerList, JsonObject> make)
    {
        var body = !Lists.TryGetValue(id, out var list) ? JsonNode.Parse(Refusal(800, "DataException", "no data"))!.AsObject()
            : !list.IsPublic ? JsonNode.Parse(Refusal(200, "OAuthException", "An active access token must be used to query information about the current user"))!.AsObject()
            : make(list);
        Mutate?.Invoke(what, body);
        return Results.Text(body.ToJsonString(), "application/json");
    }
}
