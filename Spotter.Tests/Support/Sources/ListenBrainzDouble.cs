using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Spotter.Tests.Support.Sources;

/// <summary>
/// ListenBrainz as its documentation describes it: listenbrainz.readthedocs.io, "Core" (validate-token) and "Playlists" (the rest), with
/// JSPF as in musicbrainz.org/doc/jspf. serialize_jspf in the server's source shows which values are strings and which are lists.
/// </summary>
internal sealed class ListenBrainzDouble : ServiceDouble
{
    public List<ListenBrainzList> Lists { get; } = [];

    public HashSet<string> Users { get; } = ["ann"];

    /// <summary>Users by token.</summary>
    public Dictionary<string, string> Tokens { get; } = new() { ["ann-token"] = "ann" };

    /// <summary>The most entries on a page, whatever count is requested.</summary>
    public int PageSize { get; set; } = 100;

    /// <summary>Changes an answer before it is sent, as if the service had moved a field.</summary>
    public Action<string, JsonObject>? Mutate { get; set; }

    public static Task<ListenBrainzDouble> StartAsync() => StartAsync(new ListenBrainzDouble());

    /// <summary>A readable recording id.</summary>
    public static string Recording(int number) => $"0aa00000-0000-4000-8000-{number:D12}";

    public static string ListId(int number) => $"0bb00000-0000-4000-8000-{number:D12}";

    protected override void Map(WebApplication app)
    {
        // Core: GET /1/validate-token
        app.MapGet("/1/validate-token", (HttpRequest request) => UserOf(request) is { } user
            ? Results.Json(new { code = 200, message = "Token valid.", valid = true, user_name = user })
            : Results.Json(new { code = 200, message = "Token invalid.", valid = false }));

        // Playlists: GET /1/user/(playlist_user_name)/playlists, …/createdfor, …/collaborator: count, offset; headers without tracks
        app.MapGet("/1/user/{user}/playlists", (HttpRequest request, string user, int? count, int? offset)
            => Page(request, user, list => !list.IsCreatedFor && list.User == user && (list.IsPublic || UserOf(request) == user), count, offset));
        app.MapGet("/1/user/{user}/playlists/createdfor", (HttpRequest request, string user, int? count, int? offset)
            => Page(request, user, list => list.IsCreatedFor && list.User == user, count, offset));
        app.MapGet("/1/user/{user}/playlists/collaborator", (HttpRequest request, string user, int? count, int? offset)
            => Page(request, user, list => list.Collaborators.Contains(user), count, offset));

        // Playlists: GET /1/playlist/(playlist_mbid)
        app.MapGet("/1/playlist/{mbid}", (HttpRequest request, string mbid) =>
        {
            if (Lists.Find(list => list.Mbid == mbid) is not { } found)
            {
                return Refuse(404, $"Cannot find playlist: {mbid}");
            }

            if (!found.IsPublic && UserOf(request) is not { } user)
            {
                return Refuse(401, "You need to provide an Authorization header.");
            }

            return found.IsPublic || UserOf(request) == found.User ? Send("playlist", Envelope(found, withTracks: true)) : Refuse(404, $"Cannot find playlist: {mbid}");
        });
    }

    private static IResult Refuse(int code, string error) => Results.Json(new { code, error }, statusCode: code);

    private static JsonObject Envelope(ListenBrainzList list, bool withTracks) => new()
    {
        ["playlist"] = new JsonObject
        {
            ["annotation"] = list.Annotation,
            ["creator"] = list.IsCreatedFor ? "listenbrainz" : list.User,
            ["date"] = list.MadeAt.ToString("O"),
            ["extension"] = new JsonObject
            {
                ["https://musicbrainz.org/doc/jspf#playlist"] = new JsonObject
                {
                    ["additional_metadata"] = list.Patch is null
                        ? new JsonObject()
                        : new JsonObject { ["algorithm_metadata"] = new JsonObject { ["source_patch"] = list.Patch } },
                    ["collaborators"] = new JsonArray([.. list.Collaborators.Select(name => JsonValue.Create(name))]),
                    ["created_for"] = list.IsCreatedFor ? list.User : null,
                    ["creator"] = list.IsCreatedFor ? "listenbrainz" : list.User,
                    ["last_modified_at"] = list.MadeAt.AddMinutes(list.Edits).ToString("O"),
                    ["public"] = list.IsPublic,
                },
            },
            ["identifier"] = $"https://listenbrainz.org/playlist/{list.Mbid}",
            ["title"] = list.Title,
            ["track"] = withTracks ? new JsonArray([.. list.Tracks.Select(Track)]) : new JsonArray(),
        },
    };

    private static JsonObject Track((string Mbid, string Title, string[] Artists, int Ms) track, int index)
    {
        var address = $"https://musicbrainz.org/recording/{track.Mbid}";
        return new JsonObject
        {
            ["album"] = "Album",
            ["creator"] = string.Join(" & ", track.Artists),
            ["duration"] = track.Ms,
            ["extension"] = new JsonObject
            {
                ["https://musicbrainz.org/doc/jspf#track"] = new JsonObject
                {
                    ["added_at"] = "2026-02-02T10:00:00+00:00",
                    ["added_by"] = "ann",
                    ["additional_metadata"] = new JsonObject
                    {
                        ["artists"] = new JsonArray([.. track.Artists.Select(name => new JsonObject { ["artist_credit_name"] = name, ["join_phrase"] = "" })]),
                    },
                },
            },
            // Some answers have a string, others a list.
            ["identifier"] = index % 2 == 0 ? address : new JsonArray(address),
            ["title"] = track.Title,
        };
    }

    private string? UserOf(HttpRequest request)
        => request.Headers.Authorization.ToString() is { } header && header.StartsWith("Token ", StringComparison.Ordinal) && Tokens.TryGetValue(header[6..], out var user) ? user : null;

    private IResult Page(HttpRequest request, string user, Func<ListenBrainzList, bool> isWanted, int? count, int? offset)
    {
        if (request.Headers.Authorization.Count > 0 && UserOf(request) is null)
        {
            return Refuse(401, "Invalid authorization token.");
        }

        if (!Users.Contains(user))
        {
            return Refuse(404, $"Cannot find user: {user}");
        }

        var all = Lists.Where(isWanted).OrderByDescending(list => list.MadeAt).ToList();
        var page = all.Skip(offset ?? 0).Take(Math.Min(count ?? 25, PageSize)).ToList();
        return Send("playlists", new JsonObject
        {
            ["count"] = page.Count,
            ["offset"] = offset ?? 0,
            ["playlist_count"] = all.Count,
            ["playlists"] = new JsonArray([.. page.Select(list => Envelope(list, withTracks: false))]),
        });
    }

    private IResult Send(string what, JsonObject body)
    {
        Mutate?.Invoke(what, body);
        return Results.Text(body.ToJsonString(), "application/json");
    }
}
