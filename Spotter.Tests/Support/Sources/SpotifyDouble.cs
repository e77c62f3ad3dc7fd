using System.Globalization;
using System.Net;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.WebUtilities;

namespace Spotter.Tests.Support.Sources;

/// <summary>
/// Spotify as developer.spotify.com describes it in September 2026: "Authorization Code with PKCE Flow", "Refreshing tokens" (rotation),
/// "Redirect URIs", and the Web API for apps in Development Mode after the migration of February 2026.
/// </summary>
internal sealed class SpotifyDouble : ServiceDouble
{
    public const string ClientId = "spotter-client-id";

    private readonly Dictionary<string, (string Challenge, string Redirect)> _codes = [];
    private readonly Lock _gate = new();
    private int _next;

    public List<SpotifyList> Lists { get; } = [];

    /// <summary>Liked songs as references/get-users-saved-tracks shows them, under "track", newest first.</summary>
    public List<JsonObject> Liked { get; } = [];

    /// <summary>Valid refresh tokens; each can be used once.</summary>
    public HashSet<string> RefreshTokens { get; } = [];

    /// <summary>Valid access tokens.</summary>
    public HashSet<string> AccessTokens { get; } = [];

    /// <summary>Redirect addresses that the app has registered. If there are none, any address is accepted.</summary>
    public HashSet<string> Redirects { get; } = [];

    /// <summary>The state with which users are sent back, if it is not their own.</summary>
    public string? WrongState { get; set; }

    /// <summary>Whether entries have the names they had before February 2026.</summary>
    public bool SpeaksOldNames { get; set; }

    /// <summary>Whether the account is on the app's list.</summary>
    public bool IsAllowed { get; set; } = true;

    public Action<JsonObject>? Mutate { get; set; }

    public static Task<SpotifyDouble> StartAsync() => StartAsync(new SpotifyDouble());

    public static JsonObject Like(int number, string title, string artist, string? isrc = null) => new()
    {
        ["added_at"] = $"2026-02-{number:D2}T10:00:00Z",
        ["track"] = SpotifyList.Described(number, title, artist, isrc, 180_000),
    };

    /// <summary>Signs a user in and returns the tokens that a connection stores.</summary>
    public (string Access, string Refresh) SignIn()
    {
        lock (_gate)
        {
            var (access, refresh) = ($"access-{++_next}", $"refresh-{_next}");
            AccessTokens.Add(access);
            RefreshTokens.Add(refresh);
            return (access, refresh);
        }
    }

    /// <summary>Ends every sign-in, as happens after six months.</summary>
    public void EndSignIns()
    {
        AccessTokens.Clear();
        RefreshTokens.Clear();
    }

    protected override void Map(WebApplication app)
    {
        // tutorials/code-pkce-flow: the page on which the user agrees
        app.MapGet("/authorize", (HttpRequest request) =>
        {
            string Asked(string name) => request.Query[name].ToString();
            var redirect = Asked("redirect_uri");
            if (Asked("client_id") != ClientId || Asked("response_type") != "code" || Asked("code_challenge_method") != "S256" || !IsRegistered(redirect)
                || !Asked("scope").Contains("playlist-read-private", StringComparison.Ordinal))
            {
                return Results.Text("INVALID_CLIENT: Invalid redirect URI", "text/html", statusCode: 400);
            }

            var code = $"code-{++_next}";
            _codes[code] = (Asked("code_challenge"), redirect);
            var state = Uri.EscapeDataString(WrongState ?? Asked("state"));
            return Results.Text(
                $"<!doctype html><html lang=en><title>Spotify</title><h1>Allow Spotter?</h1><a id=agree href=\"{WebUtility.HtmlEncode($"{redirect}?code={code}&state={state}")}\">Agree</a> "
                + $"<a id=refuse href=\"{WebUtility.HtmlEncode($"{redirect}?error=access_denied&state={state}")}\">Cancel</a></html>", "text/html");
        });
        app.MapGet("/favicon.ico", () => Results.NoContent());

        // tutorials/code-pkce-flow and tutorials/refreshing-tokens
        app.MapPost("/api/token", async (HttpRequest request) =>
        {
            var form = await request.ReadFormAsync();
            lock (_gate)
            {
                var isGood = form["client_id"] == ClientId && form["grant_type"].ToString() switch
                {
                    "authorization_code" => _codes.Remove(form["code"].ToString(), out var sent) && sent.Redirect == form["redirect_uri"]
                        && sent.Challenge == WebEncoders.Base64UrlEncode(SHA256.HashData(Encoding.ASCII.GetBytes(form["code_verifier"].ToString()))),
                    "refresh_token" => RefreshTokens.Remove(form["refresh_token"].ToString()),
                    _ => false,
                };
                if (!isGood)
                {
                    return Results.Json(new { error = form["client_id"] == ClientId ? "invalid_grant" : "invalid_client", error_description = "No." }, statusCode: 400);
                }
            }

            var (access, refresh) = SignIn();
            return Results.Json(new { access_token = access, token_type = "Bearer", scope = "", expires_in = 3600, refresh_token = refresh });
        });

        // references/get-current-users-profile, …/get-a-list-of-current-users-playlists, …/get-playlist, …/get-playlists-items, …/get-users-saved-tracks
        app.MapGet("/v1/me", (HttpRequest request) => Guard(request) ?? Send(new() { ["id"] = "ann", ["display_name"] = "Ann" }));
        app.MapGet("/v1/me/playlists", (HttpRequest request, int limit, int offset)
            => Guard(request) ?? Send(Page(Lists.Select(list => (JsonNode?)Summary(list)), limit, offset, 50)));
        app.MapGet("/v1/playlists/{id}", (HttpRequest request, string id)
            => Guard(request) ?? (Lists.Find(list => list.Id == id) is { } list ? Send(Summary(list)) : Refuse(404, "Resource not found")));
        app.MapGet("/v1/playlists/{id}/items", (HttpRequest request, string id, int limit, int offset) => Guard(request) ?? (Lists.Find(list => list.Id == id) switch
        {
            null => Refuse(404, "Resource not found"),
            { Owner: not "ann", IsCollaborative: false } => Refuse(403, "Forbidden"),
            var list => Send(Page(list.Rows.Select(row => (JsonNode?)Named(row)), limit, offset, 50)),
        }));
        app.MapGet("/v1/me/tracks", (HttpRequest request, int limit, int offset)
            => Guard(request) ?? Send(Page(Liked.Select(row => row.DeepClone()), limit, offset, 50)));
    }

    private static IResult Refuse(int status, string message) => Results.Json(new { error = new { status, message } }, statusCode: status);

    private static JsonObject Page(IEnumerable<JsonNode?> rows, int limit, int offset, int most)
    {
        var all = rows.ToList();
        return new JsonObject
        {
            ["items"] = new JsonArray([.. all.Skip(offset).Take(Math.Min(limit, most))]), ["total"] = all.Count, ["limit"] = limit, ["offset"] = offset,
        };
    }

    private JsonObject Summary(SpotifyList list) => new()
    {
        ["id"] = list.Id,
        ["name"] = list.Name,
        ["description"] = "Rock &amp; roll",
        ["collaborative"] = list.IsCollaborative,
        ["owner"] = new JsonObject { ["id"] = list.Owner },
        ["snapshot_id"] = list.Edits.ToString(CultureInfo.InvariantCulture),
        [SpeaksOldNames ? "tracks" : "items"] = new JsonObject { ["total"] = list.Rows.Count },
    };

    private JsonObject? Named(JsonObject? row)
    {
        var copy = row?.DeepClone().AsObject();
        if (SpeaksOldNames && copy is not null && copy.Remove("item", out var item))
        {
            copy["track"] = item;
        }

        return copy;
    }

    // concepts/redirect_uri: https, or http on a literal loopback address
    private bool IsRegistered(string redirect)
        => Uri.TryCreate(redirect, UriKind.Absolute, out var address) && (address.Scheme == "https" || address.Host is "127.0.0.1" or "[::1]")
            && (Redirects.Count == 0 || Redirects.Contains(redirect));

    private IResult? Guard(HttpRequest request)
        => !AccessTokens.Contains(request.Headers.Authorization.ToString().Replace("Bearer ", "", StringComparison.Ordinal)) ? Refuse(401, "The access token expired")
            : IsAllowed ? null : Refuse(403, "Check settings on developer.spotify.com/dashboard, the user may not be registered.");

    private IResult Send(JsonObject body)
    {
        Mutate?.Invoke(body);
        return Results.Text(body.ToJsonString(), "application/json");
    }
}
