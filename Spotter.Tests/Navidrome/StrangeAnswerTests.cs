using System.IO.Compression;
using System.Text;
using System.Text.Json.Nodes;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>Nonsense in place of every answer that Spotter reads. It is accepted or reported as the server's fault, never as a fault of
/// Spotter's own.</summary>
public sealed class StrangeAnswerTests
{
    /// <summary>A placeholder for an unpaired surrogate, which can be sent but not be stored.</summary>
    private const string Surrogate = "HALF-OF-A-LETTER";

    private const string Login = "u=demo&p=demo&v=1.16.1&c=test&f=json";

    /// <summary>The method behind each answer, and a query that gets a good one; null for a write.</summary>
    public static TheoryData<string, string?> Answers => new()
    {
        { "ping", "" },
        { "getUser", "&username=demo" },
        { "getScanStatus", "" },
        { "getIndexes", "&ifModifiedSince=4102444800000" },
        { "getGenres", "" },
        { "search3", "&query=%22%22&songCount=3&albumCount=0&artistCount=0" },
        { "getPlaylists", "" },
        { "getPlaylist", "&id=" },
        { "createPlaylist", "&playlistId=" },
        { "updatePlaylist", null },
        { "deletePlaylist", null },
        { "getCoverArt", null },
        { "native:login", null },
        { "native:playlist", null },
        { "native:image", null },
    };

    [Theory]
    [MemberData(nameof(Answers))]
    public async Task A_strange_answer_is_the_servers_fault(string method, string? question)
    {
        var profile = method == "getIndexes" ? DemoProfile.Plain : DemoProfile.Navidrome;
        var (faults, met, tried) = (new List<string>(), 0, 0);
        var (fixture, target, songs) = await StartAsync(profile);
        var good = Good(method) ?? await AskAsync(fixture.Server, method, question + (question!.EndsWith('=') ? target : ""));
        foreach (var (name, fault) in Raw(good).Concat(Mutated(good)))
        {
            tried++;
            fixture.Server.Fault = request => request.Method == method && Interlocked.Increment(ref met) > 0 ? fault : null;
            foreach (var (call, act) in Calls(fixture, target, songs))
            {
                try
                {
                    await act();
                }
                catch (Exception said) when (said is ProviderException or LibraryScanningException)
                {
                    // Reported in a sentence, or tried again in a minute.
                }
                catch (Exception failure) when (failure is not (ProviderException or LibraryScanningException))
                {
                    faults.Add($"{call} of {name}: {failure.GetType().Name}: {failure.Message}");
                }
            }

            if (method.StartsWith("native:", StringComparison.Ordinal))
            {
                // After a strange answer, Navidrome's own interface is left alone for an hour.
                await fixture.DisposeAsync();
                (fixture, target, songs) = await StartAsync(profile);
            }
        }

        await fixture.DisposeAsync();
        Assert.True(faults.Count == 0, $"{faults.Count}:\n" + string.Join('\n', faults.Distinct().Take(20)));
        Assert.True(met >= tried, $"{method} was asked for {met} times.");

        async Task<string> AskAsync(DemoServer server, string what, string how)
        {
            using var http = new HttpClient();
            return await http.GetStringAsync(new Uri($"{server.BaseUrl}/rest/{what}.view?{Login}{how}"));
        }
    }

    private static async Task<(NavidromeFixture Fixture, string Target, IReadOnlyList<string> Songs)> StartAsync(DemoProfile profile)
    {
        var clock = new HastyClock(TimeSpan.FromSeconds(15), TimeSpan.FromSeconds(60), TimeSpan.FromSeconds(120));
        var fixture = await NavidromeFixture.StartAsync(new DemoServerOptions { Profile = profile }, clock);
        var provider = fixture.For();
        var songs = fixture.Server.Library.Songs.Take(3).Select(song => song.Id).ToList();
        await provider.SyncPlaylistAsync("Road trip", songs, default);
        return (fixture, (await provider.ListTargetsAsync(default)).Single(list => list.Name == "Road trip").Id, songs);
    }

    /// <summary>The right answer, if no query can get one.</summary>
    private static string? Good(string method) => method switch
    {
        "updatePlaylist" or "deletePlaylist" or "getCoverArt" => """{"subsonic-response":{"status":"ok","version":"1.16.1"}}""",
        "native:login" => """{"id":"1","token":"a token"}""",
        "native:playlist" => """{"id":"1","uploadedImage":"cover.png"}""",
        "native:image" => """{"status":"ok"}""",
        _ => null,
    };

    /// <summary>Only calls that use the method do anything with its answer; the others end quickly.</summary>
    private static IEnumerable<(string Name, Func<Task> Act)> Calls(NavidromeFixture fixture, string target, IReadOnlyList<string> songs)
    {
        // Each with a new provider: what a strange answer taught must not prevent the next request.
        var provider = fixture.For();
        yield return ("sign-in", () => fixture.Identity.CheckAsync(new Credentials("demo", "demo"), default));
        yield return ("stamp", () => provider.ReadStampAsync(default));
        yield return ("library", () => provider.ReadLibraryAsync(null, default));
        yield return ("genres", () => provider.ReadGenresAsync(default));
        yield return ("list", () => provider.ListTargetsAsync(default));
        yield return ("read", () => provider.ReadTargetAsync(target, default));
        yield return ("replace", () => provider.UpdatePlaylistTracksAsync(target, "Road trip", songs, default));
        yield return ("describe", () => provider.UpdateDetailsAsync(target, "Road trip", "A comment", default));
        yield return ("delete", () => provider.DeletePlaylistAsync("no-such-list", default));
        yield return ("cover", () => provider.ReadCoverAsync("al-1", 64, default));
        yield return ("has image", () => provider.HasUploadedCoverAsync(target, default));
        yield return ("upload", () => provider.UploadCoverAsync(target, new CoverImage("image/png", ImageHost.Png(1)), default));
    }

    private static IEnumerable<(string Name, DemoFault Fault)> Raw(string good)
    {
        var bytes = Encoding.UTF8.GetBytes(good);
        (string Name, int Status, string Type, byte[] Body, string? Encoding)[] answers =
        [
            ("garbage that says gzip", 200, "application/json", [1, 2, 3, 4, 5, 6, 7, 8], "gzip"),
            ("garbage after a gzip head", 200, "application/json", [0x1F, 0x8B, 8, 0, 0, 0, 0, 0, 0, 3, 1, 2, 3, 4, 5], "gzip"),
            ("half of a gzip", 200, "application/json", Zip(bytes)[..^12], "gzip"),
            ("a gzip with another check sum", 200, "application/json", Damaged(Zip(bytes)), "gzip"),
            ("a gzip, as an error", 500, "application/json", [1, 2, 3, 4, 5, 6, 7, 8], "gzip"),
            ("garbage that says deflate", 200, "application/json", [1, 2, 3, 4, 5, 6, 7, 8], "deflate"),
            ("garbage that says br", 200, "application/json", [1, 2, 3, 4, 5, 6, 7, 8], "br"),
            ("garbage that says zstd", 200, "application/json", [1, 2, 3, 4, 5, 6, 7, 8], "zstd"),
            ("an unknown packing", 200, "application/json", bytes, "nonsense"),
            ("an unknown charset", 200, "application/json; charset=nonsense", bytes, null),
            ("another charset", 200, "application/json; charset=utf-16", bytes, null),
            ("no type", 200, "", bytes, null),
            ("nonsense for a type", 200, ";;;", bytes, null),
            ("nothing", 200, "application/json", [], null),
            ("an image of nothing", 200, "image/png", [], null),
            ("an image that says gzip", 200, "image/png", [1, 2, 3, 4, 5, 6, 7, 8], "gzip"),
            ("a byte order mark", 200, "application/json", [0xEF, 0xBB, 0xBF, .. bytes], null),
            ("bytes that are no text", 200, "application/json", [.. bytes[..^2], 0xFF, 0xFE, (byte)'}'], null),
            ("half of it", 200, "application/json", bytes[..(bytes.Length / 2)], null),
            ("it twice", 200, "application/json", [.. bytes, .. bytes], null),
            ("a sign-in page", 200, "text/html", "<!doctype html><title>Sign in</title>"u8.ToArray(), null),
            ("a page that says 404", 404, "text/html", "<!doctype html><title>404</title>"u8.ToArray(), null),
            ("XML", 200, "application/xml", "<subsonic-response status=\"ok\"/>"u8.ToArray(), null),
            ("a deep nest", 200, "application/json", Encoding.UTF8.GetBytes(new string('[', 10_000)), null),
            ("a deep nest inside", 200, "application/json", Encoding.UTF8.GetBytes("{\"subsonic-response\":{\"status\":\"ok\",\"x\":" + new string('[', 10_000) + new string(']', 10_000) + "}}"), null),
            ("a list", 200, "application/json", "[1]"u8.ToArray(), null),
            ("null", 200, "application/json", "null"u8.ToArray(), null),
            ("an empty envelope", 200, "application/json", """{"subsonic-response":{}}"""u8.ToArray(), null),
            ("no envelope", 200, "application/json", """{"subsonic-response":null}"""u8.ToArray(), null),
            ("a failure without a reason", 200, "application/json", """{"subsonic-response":{"status":"failed"}}"""u8.ToArray(), null),
            ("a failure with odd reasons", 200, "application/json", """{"subsonic-response":{"status":"failed","error":{"code":"x","message":[1]}}}"""u8.ToArray(), null),
            ("a failure with a huge code", 200, "application/json", """{"subsonic-response":{"status":"failed","error":{"code":99999999999999999999,"message":null}}}"""u8.ToArray(), null),
            ("only that it went well", 200, "application/json", """{"subsonic-response":{"status":"ok"}}"""u8.ToArray(), null),
        ];
        return answers.Select(answer => (answer.Name, DemoFault.Answer(answer.Status, answer.Type, answer.Body, answer.Encoding)));
    }

    /// <summary>The good answer with each of its parts replaced, by one value of each kind.</summary>
    private static IEnumerable<(string Name, DemoFault Fault)> Mutated(string good)
    {
        string[] all = ["null", "0", "-1", "1e300", "123456789012345678901234567890", "true", "\"\"", "\"text\"", $"\"{Surrogate}\"", "\"9999-99-99\"", "[]", "{}", "[null]", "[[]]", "[{}]", "[1,\"a\"]"];
        var values = LongTests.AreWanted ? all : [.. all.Where((_, i) => i % 3 == good.Length % 3)];
        foreach (var path in Paths(JsonNode.Parse(good)!).DistinctBy(path => string.Join('.', path.Select(step => step is int ? "*" : step))))
        {
            foreach (var value in values)
            {
                var root = JsonNode.Parse(good)!;
                var parent = path[..^1].Aggregate(root, (node, step) => step is int i ? node[i]! : node[(string)step]!);
                if (path[^1] is int index)
                {
                    parent[index] = JsonNode.Parse(value);
                }
                else
                {
                    parent[(string)path[^1]] = JsonNode.Parse(value);
                }

                yield return ($"{value} in {string.Join('.', path)}", DemoFault.Answer(200, "application/json", Encoding.UTF8.GetBytes(root.ToJsonString().Replace(Surrogate, "\\ud800", StringComparison.Ordinal))));
            }
        }
    }

    private static IEnumerable<object[]> Paths(JsonNode node) => node switch
    {
        JsonObject map => map.SelectMany(pair => Below(pair.Key, pair.Value)),
        JsonArray list => list.SelectMany((item, i) => Below(i, item)),
        _ => [],
    };

    private static IEnumerable<object[]> Below(object step, JsonNode? child)
        => new object[][] { [step] }.Concat(child is null ? [] : Paths(child).Select(path => (object[])[step, .. path]));

    private static byte[] Zip(byte[] bytes)
    {
        using var packed = new MemoryStream();
        using (var zip = new GZipStream(packed, CompressionLevel.Fastest))
        {
            zip.Write(bytes);
        }

        return packed.ToArray();
    }

    private static byte[] Damaged(byte[] packed) => [.. packed[..^8], .. packed[^8..^4].Select(b => (byte)~b), .. packed[^4..]];
}
