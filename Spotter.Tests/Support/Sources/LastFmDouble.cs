using System.Globalization;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Spotter.Tests.Support.Sources;

/// <summary>
/// Last.fm as its documentation describes it (last.fm/api, each method under show/…; lastfm-docs.github.io/api-docs for which values are
/// strings): one address, numbers as strings, paging in "@attr", a single element instead of a list of one, refusals as {error, message}
/// with an HTTP error or with 200.
/// </summary>
internal sealed class LastFmDouble : ServiceDouble
{
    public const string Key = "0123456789abcdef0123456789abcdef";

    public HashSet<string> Users { get; } = ["Ann"];

    public List<(string Title, string Artist, int Seconds)> Loved { get; } = [];

    /// <summary>Tracks by period, tag, artist, or "chart".</summary>
    public Dictionary<string, List<(string Title, string Artist, int Seconds)>> Top { get; } = [];

    /// <summary>The tracks heard, newest first. The first is playing now, if the answer says so.</summary>
    public List<(string Title, string Artist, int Seconds)> Heard { get; } = [];

    public bool IsPlaying { get; set; }

    /// <summary>Whether refusals have HTTP status 200.</summary>
    public bool RefusesPolitely { get; set; }

    public int PageSize { get; set; } = 1000;

    public Action<JsonObject>? Mutate { get; set; }

    public static Task<LastFmDouble> StartAsync() => StartAsync(new LastFmDouble());

    protected override void Map(WebApplication app) => app.MapGet("/2.0/", (HttpRequest request) =>
    {
        string Asked(string name) => request.Query[name].ToString();
        if (Asked("api_key") != Key)
        {
            return Refuse(10, "Invalid API key - You must be granted a valid key by last.fm", 403);
        }

        var method = Asked("method");
        if (method.StartsWith("user.", StringComparison.Ordinal) && !Users.Contains(Asked("user"), StringComparer.OrdinalIgnoreCase))
        {
            return Refuse(6, "User not found", 404);
        }

        var limit = Math.Min(int.Parse(Asked("limit") is { Length: > 0 } text ? text : "50", CultureInfo.InvariantCulture), PageSize);
        var page = int.Parse(Asked("page") is { Length: > 0 } number ? number : "1", CultureInfo.InvariantCulture);
        return method switch
        {
            // show/user.getInfo
            "user.getInfo" => Send(new() { ["user"] = new JsonObject { ["name"] = Users.First(user => user.Equals(Asked("user"), StringComparison.OrdinalIgnoreCase)), ["playcount"] = "12" } }),
            // show/user.getLovedTracks
            "user.getLovedTracks" => Send(List("lovedtracks", Loved, page, limit, (row, i) => row["date"] = new JsonObject { ["uts"] = (1_770_000_000 + Loved.Count - i).ToString(CultureInfo.InvariantCulture) })),
            // show/user.getRecentTracks: the row that is playing now comes before the others and has no date
            "user.getRecentTracks" => Send(List("recenttracks", Heard, page, limit, (row, i) =>
            {
                row["artist"] = new JsonObject { ["mbid"] = "", ["#text"] = row["artist"]!["name"]!.GetValue<string>() };
                row["album"] = new JsonObject { ["mbid"] = "", ["#text"] = "Album" };
                row.Remove("duration");
                if (i == 0 && IsPlaying)
                {
                    row["@attr"] = new JsonObject { ["nowplaying"] = "true" };
                }
            })),
            // show/user.getTopTracks
            "user.getTopTracks" => Send(List("toptracks", Top.GetValueOrDefault(Asked("period"), []), page, limit)),
            // show/artist.getTopTracks
            "artist.getTopTracks" => Top.TryGetValue(Asked("artist"), out var ofArtist)
                ? Send(List("toptracks", ofArtist, page, limit))
                : Refuse(6, "The artist you supplied could not be found", 200),
            // show/chart.getTopTracks, show/tag.getTopTracks
            "chart.getTopTracks" => Send(List("tracks", Top["chart"], page, limit)),
            "tag.getTopTracks" => Send(List("tracks", Top.GetValueOrDefault(Asked("tag"), []), page, limit)),
            _ => Results.StatusCode(StatusCodes.Status501NotImplemented),
        };
    });

    private static JsonObject List(
        string name, List<(string Title, string Artist, int Seconds)> tracks, int page, int limit, Action<JsonObject, int>? describe = null)
    {
        var rows = tracks.Skip((page - 1) * limit).Take(limit).Select((track, i) =>
        {
            var row = new JsonObject
            {
                ["name"] = track.Title,
                ["artist"] = new JsonObject { ["name"] = track.Artist, ["mbid"] = "" },
                ["mbid"] = "",
                ["duration"] = track.Seconds.ToString(CultureInfo.InvariantCulture),
                ["url"] = "https://www.last.fm/music/x/_/y",
            };
            describe?.Invoke(row, i + ((page - 1) * limit));
            return row;
        }).ToList();
        return new JsonObject
        {
            [name] = new JsonObject
            {
                ["track"] = rows is [var only] ? only : new JsonArray([.. rows]),
                ["@attr"] = new JsonObject
                {
                    ["user"] = "Ann",
                    ["page"] = page.ToString(CultureInfo.InvariantCulture),
                    ["perPage"] = limit.ToString(CultureInfo.InvariantCulture),
                    ["total"] = tracks.Count.ToString(CultureInfo.InvariantCulture),
                    ["totalPages"] = ((tracks.Count + limit - 1) / limit).ToString(CultureInfo.InvariantCulture),
                },
            },
        };
    }

    private IResult Refuse(int error, string message, int status) => Results.Json(new { error, message }, statusCode: RefusesPolitely ? 200 : status);

    private IResult Send(JsonObject body)
    {
        Mutate?.Invoke(body);
        return Results.Text(body.ToJsonString(), "application/json");
    }
}
