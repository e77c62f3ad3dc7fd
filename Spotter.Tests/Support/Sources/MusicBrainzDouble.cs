using System.Globalization;
using System.Text.Json.Nodes;
using System.Text.RegularExpressions;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;

namespace Spotter.Tests.Support.Sources;

/// <summary>
/// MusicBrainz' web service as its documentation describes it: musicbrainz.org/doc/MusicBrainz_API ("Lookups", "Non-MBID lookups", "inc="),
/// …/MusicBrainz_API/Search ("Recording"), …/MusicBrainz_API/Examples for the content of a body, and …/MusicBrainz_API/Rate_Limiting for
/// who is refused. The music is invented.
/// </summary>
internal sealed partial class MusicBrainzDouble : ServiceDouble
{
    private static readonly HashSet<string> IncOfRecording = ["artists", "artist-credits", "releases", "isrcs", "aliases"];
    private static readonly HashSet<string> IncOfArtist = ["aliases", "recordings", "releases"];

    public List<MusicBrainzRecording> Recordings { get; } = [];

    public List<MusicBrainzArtist> Artists { get; } = [];

    /// <summary>The distinct User-Agent headers of the requests.</summary>
    public HashSet<string> UserAgents { get; } = [];

    /// <summary>Whether inc=aliases also returns the aliases of credited artists, which the documentation leaves open.</summary>
    public bool TellsAliasesOfCredits { get; set; }

    /// <summary>Changes an answer before it is sent, as if the service had moved a field.</summary>
    public Action<JsonObject>? Mutate { get; set; }

    public static Task<MusicBrainzDouble> StartAsync() => StartAsync(new MusicBrainzDouble());

    public static string RecordingId(int number) => $"0cc00000-0000-4000-8000-{number:D12}";

    public MusicBrainzArtist AddArtist(int number, string name, string? sortName = null, params (string Name, string? Type)[] aliases)
    {
        var artist = new MusicBrainzArtist($"0dd00000-0000-4000-8000-{number:D12}", name, sortName ?? name) { Aliases = [.. aliases] };
        Artists.Add(artist);
        return artist;
    }

    public MusicBrainzRecording Add(MusicBrainzRecording recording)
    {
        Recordings.Add(recording);
        return recording;
    }

    protected override void Map(WebApplication app)
    {
        // Rate Limiting, "Provide meaningful User-Agent strings": application/version ( contact-url ) or ( contact-email ); others are refused.
        app.Use(async (context, next) =>
        {
            var agent = context.Request.Headers.UserAgent.ToString();
            UserAgents.Add(agent);
            if (!MeaningfulAgent().IsMatch(agent))
            {
                context.Response.StatusCode = StatusCodes.Status403Forbidden;
                await context.Response.WriteAsJsonAsync(new { error = "The User-Agent string names nobody." });
                return;
            }

            await next(context);
        });

        // Non-MBID lookups: an isrc returns a list of recordings. It accepts the same inc= as a recording.
        app.MapGet("/ws/2/isrc/{isrc}", (HttpRequest request, string isrc) => Refuse(request, IncOfRecording)
            ?? (!Code().IsMatch(isrc) ? Error(400, "Invalid isrc.")
                : Recordings.FindAll(recording => recording.Isrcs.Contains(isrc)) is { Count: > 0 } found
                    ? Send(new() { ["isrc"] = isrc, ["recordings"] = new JsonArray([.. found.Select(recording => Body(recording, IncOf(request)))]) })
                    : NotFound()));

        // Lookups
        app.MapGet("/ws/2/recording/{mbid}", (HttpRequest request, string mbid) => Refuse(request, IncOfRecording)
            ?? (!Guid.TryParseExact(mbid, "D", out _) ? Error(400, "Invalid mbid.")
                : Recordings.Find(recording => recording.Mbid == mbid) is { } found ? Send(Body(found, IncOf(request))) : NotFound()));
        app.MapGet("/ws/2/artist/{mbid}", (HttpRequest request, string mbid) => Refuse(request, IncOfArtist)
            ?? (!Guid.TryParseExact(mbid, "D", out _) ? Error(400, "Invalid mbid.")
                : Artists.Find(artist => artist.Mbid == mbid) is { } found ? Send(Body(found, IncOf(request).Contains("aliases"), isWhole: true)) : NotFound()));

        // Search, "Recording": fields recording and artist in Lucene's syntax, limit 1 to 100, default 25; the score is relative to the best hit.
        app.MapGet("/ws/2/recording", (HttpRequest request, string? query, int? limit) => Refuse(request, []) ?? Search(query ?? "", limit ?? 25));
    }

    private static IResult NotFound() => Results.Json(new { error = "Not Found", help = "For usage, please see: https://musicbrainz.org/development/mmd" }, statusCode: 404);

    private static IResult Error(int status, string error) => Results.Json(new { error, help = "For usage, please see: https://musicbrainz.org/development/mmd" }, statusCode: status);

    private static HashSet<string> IncOf(HttpRequest request) => [.. request.Query["inc"].ToString().Split(' ', StringSplitOptions.RemoveEmptyEntries)];

    private static IResult? Refuse(HttpRequest request, HashSet<string> allowed)
        // XML is the default format.
        => request.Query["fmt"] != "json" ? Results.Text("<metadata xmlns=\"http://musicbrainz.org/ns/mmd-2.0#\"/>", "application/xml")
            : IncOf(request).FirstOrDefault(inc => !allowed.Contains(inc)) is { } wrong ? Error(400, $"{wrong} is not a valid inc parameter for the {request.Path} resource.")
            : null;

    private static JsonArray Credits(MusicBrainzRecording recording, bool withAliases) => new([.. recording.Artists.Select((artist, i) => new JsonObject
    {
        ["artist"] = Body(artist, withAliases, isWhole: false),
        ["joinphrase"] = i < recording.Artists.Length - 1 ? recording.Joint : "",
        ["name"] = artist.Name,
    })]);

    private static JsonObject Body(MusicBrainzArtist artist, bool withAliases, bool isWhole)
    {
        var body = new JsonObject { ["disambiguation"] = "", ["id"] = artist.Mbid, ["name"] = artist.Name, ["sort-name"] = artist.SortName, ["type"] = "Person", ["type-id"] = null };
        if (isWhole)
        {
            body["country"] = null;
            body["gender"] = null;
            body["isnis"] = new JsonArray();
            body["life-span"] = new JsonObject { ["begin"] = null, ["end"] = null, ["ended"] = false };
        }

        if (withAliases)
        {
            body["aliases"] = Aliases(artist.Aliases);
        }

        return body;
    }

    private JsonObject Body(MusicBrainzRecording recording, HashSet<string> inc)
    {
        var body = new JsonObject
        {
            ["disambiguation"] = recording.Disambiguation,
            ["first-release-date"] = "2020-05-20",
            ["id"] = recording.Mbid,
            ["length"] = recording.LengthMs,
            ["title"] = recording.Title,
            ["video"] = recording.IsVideo,
        };
        if (inc.Contains("artist-credits") || inc.Contains("artists"))
        {
            body["artist-credit"] = Credits(recording, TellsAliasesOfCredits && inc.Contains("aliases"));
        }

        if (inc.Contains("isrcs"))
        {
            body["isrcs"] = new JsonArray([.. recording.Isrcs.Order().Select(isrc => JsonValue.Create(isrc))]);
        }

        if (inc.Contains("aliases"))
        {
            body["aliases"] = Aliases(recording.Aliases);
        }

        return body;
    }

    private static JsonArray Aliases(IEnumerable<(string Name, string? Type)> aliases) => new([.. aliases.Select(alias => new JsonObject
    {
        ["begin"] = null, ["end"] = null, ["ended"] = false, ["locale"] = null, ["name"] = alias.Name, ["primary"] = null, ["sort-name"] = alias.Name, ["type"] = alias.Type, ["type-id"] = null,
    })]);

    private static string Folded(string text) => string.Concat(text.Normalize(System.Text.NormalizationForm.FormD)
        .Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark && !char.IsPunctuation(c))).ToUpperInvariant().Trim();

    private IResult Search(string query, int limit)
    {
        if (limit is < 1 or > 100 || Query().Match(query) is not { Success: true } wanted)
        {
            return Error(400, "Unable to parse search:" + query);
        }

        var (title, artist) = (Folded(wanted.Groups["title"].Value), Folded(wanted.Groups["artist"].Value));
        var hits = Recordings.Where(recording => Folded(recording.Title).Contains(title, StringComparison.Ordinal)
                && recording.Artists.Any(credited => credited.Aliases.Select(alias => alias.Name).Append(credited.Name).Any(name => Folded(name).Contains(artist, StringComparison.Ordinal))))
            .OrderByDescending(recording => recording.Score).ToList();
        return Send(new()
        {
            ["created"] = "2026-03-01T12:00:00.000Z",
            ["count"] = hits.Count,
            ["offset"] = 0,
            ["recordings"] = new JsonArray([.. hits.Take(limit).Select(Hit)]),
        });
    }

    // A search omits empty fields, and has null where a lookup has false.
    private JsonObject Hit(MusicBrainzRecording recording)
    {
        var body = new JsonObject
        {
            ["id"] = recording.Mbid, ["score"] = recording.Score, ["artist-credit-id"] = recording.Artists[0].Mbid, ["title"] = recording.Title,
            ["video"] = recording.IsVideo ? true : null, ["artist-credit"] = Credits(recording, TellsAliasesOfCredits), ["releases"] = new JsonArray(),
        };
        if (recording.LengthMs is { } length)
        {
            body["length"] = length;
        }

        if (recording.Disambiguation.Length > 0)
        {
            body["disambiguation"] = recording.Disambiguation;
        }

        if (recording.Isrcs.Count > 0)
        {
            body["isrcs"] = new JsonArray([.. recording.Isrcs.Select(isrc => JsonValue.Create(isrc))]);
        }

        return body;
    }

    private IResult Send(JsonObject body)
    {
        Mutate?.Invoke(body);
        return Results.Text(body.ToJsonString(), "application/json; charset=utf-8");
    }

    [GeneratedRegex(@"^[\w.-]+/[\w.-]+ ?\( ?(?:https?://[^\s)]+|[^\s@)]+@[^\s@)]+) ?\)$")]
    private static partial Regex MeaningfulAgent();

    [GeneratedRegex("^[A-Z]{2}[A-Z0-9]{3}[0-9]{7}$")]
    private static partial Regex Code();

    [GeneratedRegex("""^recording:"(?<title>(?:[^"\\]|\\.)+)" AND artist:"(?<artist>(?:[^"\\]|\\.)+)"$""")]
    private static partial Regex Query();
}
