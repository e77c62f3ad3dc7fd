using System.Globalization;
using System.Net.Http.Headers;
using System.Text;
using System.Text.Json.Nodes;
using System.Xml.Linq;
using Microsoft.Extensions.Time.Testing;
using Spotter.Navidrome.Demo;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Tests.Navidrome.Recordings;

/// <summary>Holds a recorded conversation with the embedded server, call by call, and notes each difference.</summary>
internal sealed class RecordingPlayer : IDisposable
{
    private const string Client = "contract";
    private static readonly string[] SignIn = ["u", "p", "t", "s", "v", "c", "f", "apiKey"];

    private readonly Recording _recording;
    private readonly DemoServer _server;
    private readonly FakeTimeProvider _clock;
    private readonly HttpClient _http;
    private readonly RecordedNames _names = new();
    private readonly RecordedAnswer _answers;
    private readonly RecordedActions _actions;
    private readonly List<RecordedDifference> _differences = [];
    private readonly Dictionary<string, string> _tokens = [];
    private readonly Dictionary<string, (JsonNode Status, string Album)> _marks = [];

    public RecordingPlayer(Recording recording, DemoServer server, FakeTimeProvider clock)
    {
        _recording = recording;
        _server = server;
        _clock = clock;
        _http = new HttpClient { BaseAddress = new Uri(server.BaseUrl) };
        _answers = new RecordedAnswer(_names);
        _actions = new RecordedActions(recording, server, _names);
        foreach (var (role, user) in new[] { "admin", "second" }.Zip(recording.Users))
        {
            _names.Set("user:" + role, user.Name);
            _names.Set("password:" + role, user.Password);
        }

        _names.Set("music", "/music");
        foreach (var (name, song) in recording.Songs)
        {
            _names.Set(name, server.Library.Songs.Single(one => Recording.IsSame(song, one)).Id);
        }
    }

    /// <summary>The differences so far.</summary>
    public IReadOnlyList<RecordedDifference> Differences => _differences;

    public async Task PlayAsync()
    {
        _actions.OrderAlbums([.. FirstAlbums()]);
        foreach (var step in _recording.Steps)
        {
            await _actions.BeforeAsync(step.Step, PostAsync);
            await (step switch
            {
                { Action: { } action } => ActAsync(action),
                { Call: { } call } when call.Contains(' ') => AskNativeAsync(step),
                { Call: not null } => AskAsync(step),
                _ => LookAsync(step),
            });
            await _actions.AfterAsync(step.Step, PostAsync);
        }
    }

    public void Dispose() => _http.Dispose();

    /// <summary>The albums that the first scan happened to read last.</summary>
    private IEnumerable<string> FirstAlbums()
        => _recording.Steps.FirstOrDefault(step => step.Step == "own interface: albums by the moment they were read in")?.Answer?.AsArray().Select(album => (string)album!["name"]!) ?? [];

    private Task ActAsync(string action)
    {
        // A change in the folder must have a time of its own.
        _clock.Advance(TimeSpan.FromSeconds(1));
        _actions.Play(action);
        return Task.CompletedTask;
    }

    private string UserOf(RecordedStep step) => _names.Find("user:" + step.As)!;

    private string PasswordOf(RecordedStep step) => _names.Find("password:" + step.As)!;

    /// <summary>A call of the Subsonic API, as a form unless its name says otherwise.</summary>
    private async Task AskAsync(RecordedStep step)
    {
        using var request = RequestOf(step);
        await SendAsync(step, request);
    }

    private HttpRequestMessage RequestOf(RecordedStep step)
    {
        var parameters = ParametersOf(step);
        var path = $"/rest/{step.Call}?f=json";
        switch (step.Step)
        {
            case "ping by address" or "two thousand songs in the address":
                return new HttpRequestMessage(HttpMethod.Get, $"{path}&{Form(parameters)}");
            case "xml":
                return Posted($"/rest/{step.Call}", Form(parameters));
            case "eleven mebibytes":
                return Posted(path, Form([.. parameters, new("filler", new string('x', 11 * 1024 * 1024))]));
            case "a raw semicolon":
                return Posted(path, Form(parameters) + "&comment=one;two");
            case "multipart form":
                var parts = new MultipartFormDataContent();
                foreach (var (name, value) in parameters)
                {
                    parts.Add(new StringContent(value), name);
                }

                return new HttpRequestMessage(HttpMethod.Post, path) { Content = parts };
            case "compressed":
                var request = Posted(path, Form(parameters));
                request.Headers.AcceptEncoding.ParseAdd("gzip");
                return request;
            default:
                return Posted(path, Form(parameters));
        }
    }

    /// <summary>The parameters: the recorded ones, those that follow from a step's name or song count, and the login if the step has
    /// none.</summary>
    private List<KeyValuePair<string, string>> ParametersOf(RecordedStep step)
    {
        List<KeyValuePair<string, string>> parameters = [.. step.Params.Select(pair => KeyValuePair.Create(pair[0], _names.Fill(pair[1])))];
        var songs = step.Step switch
        {
            "five thousand songs" => 5_000,
            "two thousand songs in the address" => 2_000,
            "eleven mebibytes" => 1,
            _ => step.Call is "createPlaylist" or "updatePlaylist" ? step.SongCount ?? 0 : 0,
        };
        if (songs > 0 || step.Step == "a raw semicolon")
        {
            parameters.Add(new("playlistId", _names.Find("list:A")!));
            parameters.AddRange(Enumerable.Repeat(KeyValuePair.Create(step.Call == "updatePlaylist" ? "songIdToAdd" : "songId", _names.Find("song:1")!), songs));
        }

        return step.Params.Any(pair => SignIn.Contains(pair[0])) ? parameters : [.. LoginOf(step), .. parameters];
    }

    private List<KeyValuePair<string, string>> LoginOf(RecordedStep step)
        => [new("u", UserOf(step)), new("t", SubsonicLogin.Token(PasswordOf(step), "c19b2d")), new("s", "c19b2d"), new("v", "1.16.1"), new("c", Client)];

    private static string Form(IReadOnlyList<KeyValuePair<string, string>> parameters)
        => string.Join('&', parameters.Select(pair => $"{Uri.EscapeDataString(pair.Key)}={Uri.EscapeDataString(pair.Value)}"));

    private static HttpRequestMessage Posted(string path, string form)
        => new(HttpMethod.Post, path) { Content = new StringContent(form, Encoding.UTF8, "application/x-www-form-urlencoded") };

    /// <summary>A call by the administrator that is not in the recording.</summary>
    private async Task PostAsync(string method, IReadOnlyList<KeyValuePair<string, string>> parameters)
    {
        using var request = Posted($"/rest/{method}?f=json", Form([.. LoginOf(_recording.Steps[0]), .. parameters]));
        using var response = await _http.SendAsync(request);
        Assert.Contains("\"status\":\"ok\"", await response.Content.ReadAsStringAsync(), StringComparison.Ordinal);
    }

    /// <summary>A call of Navidrome's own interface.</summary>
    private async Task AskNativeAsync(RecordedStep step)
    {
        var (method, path) = (step.Call!.Split(' ')[0], _names.Fill(step.Call.Split(' ')[1]));
        if (path.Contains('…'))
        {
            path = $"{path.Split('?')[0]}?{string.Join('&', Enumerable.Range(4, 11_998).Select(number => $"id={number}"))}";
        }

        using var request = new HttpRequestMessage(new HttpMethod(method), path) { Content = BodyOf(step, method) };
        if (step.As != "nobody" && !path.StartsWith("/auth", StringComparison.Ordinal))
        {
            request.Headers.Add("X-ND-Authorization", "Bearer " + _tokens[step.As]);
        }
        else if (step.Step == "with a bad token")
        {
            request.Headers.Add("X-ND-Authorization", "Bearer bad");
        }

        var body = await SendAsync(step, request);
        if (step.Step.StartsWith("log in as", StringComparison.Ordinal))
        {
            _tokens[step.As] = (string)body!["token"]!;
        }
        else if (step.Step == "own interface: make a list")
        {
            _names.Set("list:N", (string)body!["id"]!);
        }
        else if (step.Step.EndsWith(": before", StringComparison.Ordinal) || step.Step.EndsWith(": after", StringComparison.Ordinal))
        {
            _marks[step.Step] = (await ScanStatusAsync(), $"{body![0]!["id"]} {body[0]!["importedAt"]}");
        }
    }

    private HttpContent? BodyOf(RecordedStep step, string method)
    {
        if (step.Params.FirstOrDefault(pair => pair[0] == "body") is { } body)
        {
            var json = new ByteArrayContent(Encoding.UTF8.GetBytes(_names.Fill(body[1])));
            json.Headers.ContentType = MediaTypeHeaderValue.Parse(step.Step.EndsWith("with a charset", StringComparison.Ordinal) ? "application/json; charset=utf-8" : "application/json");
            return json;
        }

        if (step.Step == "own interface: 12,000 rows")
        {
            var ids = Enumerable.Range(0, 12_000).Select(i => $"\"{_names.Find($"song:{(i % 12) + 1}")}\"");
            return new StringContent($$"""{"ids":[{{string.Join(',', ids)}}]}""", new MediaTypeHeaderValue("application/json"));
        }

        if (method != "POST" || !step.Call!.EndsWith("/image", StringComparison.Ordinal))
        {
            return null;
        }

        byte[] image = [0x89, (byte)'P', (byte)'N', (byte)'G', 0x0D, 0x0A, 0x1A, 0x0A, 1, 2, 3];
        return step.Step switch
        {
            "cover that is no picture" => new MultipartFormDataContent { { new ByteArrayContent("hello"u8.ToArray()), "image", "cover.png" } },
            "cover in another field" => new MultipartFormDataContent { { new ByteArrayContent(image), "picture", "cover.png" } },
            "cover over the limit" => new MultipartFormDataContent { { new ByteArrayContent([.. image, .. new byte[11 * 1024 * 1024]]), "image", "cover.png" } },
            _ => new MultipartFormDataContent { { new ByteArrayContent(image), "image", "cover.png" } },
        };
    }

    /// <summary>Sends it and compares status, type and answer.</summary>
    private async Task<JsonNode?> SendAsync(RecordedStep step, HttpRequestMessage request)
    {
        int status;
        string type;
        byte[] bytes;
        try
        {
            using var response = await _http.SendAsync(request);
            (status, type) = ((int)response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "");
            bytes = await BodyAsync(response);
        }
        catch (HttpRequestException)
        {
            (status, type, bytes) = (0, "", []);
        }

        if (step.Status is { } recorded && recorded != status)
        {
            Differ(step, $"status: recorded {recorded}, here {status} {Encoding.UTF8.GetString(bytes)}");
            return null;
        }

        if (step.Type is { } recordedType && recordedType != type)
        {
            Differ(step, $"type: recorded {recordedType}, here {type}");
            return null;
        }

        return status == 0 ? null : CompareBody(step, bytes);
    }

    private static async Task<byte[]> BodyAsync(HttpResponseMessage response)
    {
        if (!response.Content.Headers.ContentEncoding.Contains("gzip"))
        {
            return await response.Content.ReadAsByteArrayAsync();
        }

        await using var unpacked = new System.IO.Compression.GZipStream(await response.Content.ReadAsStreamAsync(), System.IO.Compression.CompressionMode.Decompress);
        using var memory = new MemoryStream();
        await unpacked.CopyToAsync(memory);
        return memory.ToArray();
    }

    private JsonNode? CompareBody(RecordedStep step, byte[] bytes)
    {
        var text = Encoding.UTF8.GetString(bytes);
        if (step.Answer is JsonValue value && value.GetValueKind() == System.Text.Json.JsonValueKind.String)
        {
            CompareText(step, (string)value!, text, bytes.Length);
            return null;
        }

        var body = JsonNode.Parse(text);
        var answer = step.Call!.Contains(' ') ? body : body!["subsonic-response"];
        if (step.Call == "search3" && step.Answer is null)
        {
            var error = answer!["error"]?["code"]?.GetValue<int>();
            var songs = answer["searchResult3"]?["song"]?.AsArray().Count;
            Expect(step, "songs", step.SongCount, songs);
            Expect(step, "error", step.Error.ValueKind == System.Text.Json.JsonValueKind.Number ? step.Error.GetInt32() : null, error);
            return answer;
        }

        if (step.Answer is JsonObject shortened && shortened.ContainsKey("entries"))
        {
            Expect(step, "status", (string)shortened["status"]!, (string)answer!["status"]!);
            Expect(step, "entries", (int)shortened["entries"]!, answer["playlist"]?["entry"]?.AsArray().Count);
            return answer;
        }

        foreach (var difference in _answers.Compare(step.Answer, answer is null or JsonArray ? answer : WithError(step, answer), IsPart(step)))
        {
            Differ(step, difference);
        }

        return answer;
    }

    /// <summary>"No error" is recorded as null.</summary>
    private static JsonNode WithError(RecordedStep step, JsonNode answer)
    {
        if (step.Answer is JsonObject recorded && recorded.ContainsKey("error") && recorded["error"] is null)
        {
            var copy = answer.DeepClone().AsObject();
            copy.TryAdd("error", null);
            return copy;
        }

        return answer;
    }

    /// <summary>Whether the recording keeps only a part of the answer: a call with many songs, or rows and albums of the server's own
    /// interface.</summary>
    private static bool IsPart(RecordedStep step)
        => step.SongCount is not null
            || step.Step == "two thousand songs in the address"
            || step.Call!.StartsWith("GET /api/album", StringComparison.Ordinal)
            || (step.Call.StartsWith("GET /api/playlist/", StringComparison.Ordinal) && step.Call.Contains("/tracks", StringComparison.Ordinal));

    private void CompareText(RecordedStep step, string recorded, string text, int length)
    {
        var isSame = recorded switch
        {
            "shortened" => true,
            _ when recorded.Contains(", some bytes}", StringComparison.Ordinal) => length > 0,
            _ when recorded.StartsWith('<') => IsSameElement(recorded, text),
            // It contains the time of the import.
            _ when recorded.StartsWith("#EXTM3U", StringComparison.Ordinal) => text.StartsWith("#EXTM3U\n#PLAYLIST:", StringComparison.Ordinal),
            // Two answers one after the other, cut off by the recorder.
            _ when recorded.StartsWith("{\"subsonic-response\"", StringComparison.Ordinal)
                => text.StartsWith(recorded.Replace(_recording.ServerVersion, _server.Profile.ServerVersion, StringComparison.Ordinal), StringComparison.Ordinal),
            _ => text.Trim() == recorded,
        };
        if (!isSame)
        {
            Differ(step, $"recorded {recorded}, here {(text.Length > 500 ? text[..500] : text)}");
        }
    }

    private static bool IsSameElement(string recorded, string text)
    {
        var (expected, actual) = (XElement.Parse(recorded), XElement.Parse(text));
        return expected.Name == actual.Name && expected.Value == actual.Value && Attributes(expected).SequenceEqual(Attributes(actual));

        static IEnumerable<string> Attributes(XElement element)
            => element.Attributes().Where(attribute => attribute.Name != "serverVersion").Select(attribute => $"{attribute.Name}={attribute.Value}").Order(StringComparer.Ordinal);
    }

    /// <summary>An observation between two calls.</summary>
    private async Task LookAsync(RecordedStep step)
    {
        switch (step.Step)
        {
            case "length of the long name":
                Expect(step, "value", (int)step.Value!, (await ReplyAsync("getPlaylist", "list:B"))["playlist"]!["name"]!.GetValue<string>().Length);
                break;
            case var name when name.EndsWith(": entries then", StringComparison.Ordinal):
                Expect(step, "value", (int)step.Value!, (await ReplyAsync("getPlaylist", "list:A"))["playlist"]!["entry"]!.AsArray().Count);
                break;
            case "is a long answer compressed when asked":
                Expect(step, "value", (string?)step.Value, await EncodingAsync());
                break;
            case "rows after too many ids":
                Expect(step, "value", (int)step.Value!, await RowsAsync());
                break;
            case "rows then":
                await RemoveRowsAsync(Enumerable.Range(6_001, 6_001));
                await RemoveRowsAsync(Enumerable.Range(4, 5_997));
                Expect(step, "value", (int)step.Value!, await RowsAsync());
                break;
            case "eight logins at once":
                // Earlier logins no longer count by now.
                _clock.Advance(TimeSpan.FromSeconds(21));
                var statuses = new List<int>();
                for (var i = 0; i < 8; i++)
                {
                    statuses.Add(await LogInAsync());
                }

                Expect(step, "value", step.Value!.ToJsonString(), new JsonArray([.. statuses]).ToJsonString());
                break;
            case var scan when step.Value is JsonObject expected && _marks.TryGetValue(scan + ": before", out var before) && _marks.TryGetValue(scan + ": after", out var after):
                var seen = new JsonObject
                {
                    ["lastScan moved"] = (string)before.Status["lastScan"]! != (string)after.Status["lastScan"]!,
                    ["count"] = new JsonArray((int)before.Status["count"]!, (int)after.Status["count"]!),
                    ["newest album moved"] = before.Album != after.Album,
                };
                Expect(step, "value", expected.ToJsonString(), seen.ToJsonString());
                break;
            default:
                Differ(step, "nobody looks at this");
                break;
        }
    }

    private async Task<JsonNode> ReplyAsync(string method, string? list = null)
    {
        using var request = Posted($"/rest/{method}?f=json", Form([.. LoginOf(_recording.Steps[0]), .. list is null ? [] : new[] { KeyValuePair.Create("id", _names.Find(list)!) }]));
        using var response = await _http.SendAsync(request);
        return JsonNode.Parse(await response.Content.ReadAsStringAsync())!["subsonic-response"]!;
    }

    private async Task<JsonNode> ScanStatusAsync() => (await ReplyAsync("getScanStatus"))["scanStatus"]!;

    private async Task<string?> EncodingAsync()
    {
        using var request = Posted("/rest/getPlaylist?f=json", Form([.. LoginOf(_recording.Steps[0]), new("id", _names.Find("list:A")!)]));
        request.Headers.AcceptEncoding.ParseAdd("gzip");
        using var response = await _http.SendAsync(request);
        return response.Content.Headers.ContentEncoding.SingleOrDefault();
    }

    private async Task<int> RowsAsync()
    {
        using var request = Native(HttpMethod.Get, "tracks?_start=0&_end=1");
        using var response = await _http.SendAsync(request);
        return int.Parse(response.Headers.GetValues("X-Total-Count").Single(), CultureInfo.InvariantCulture);
    }

    private async Task RemoveRowsAsync(IEnumerable<int> numbers)
    {
        using var request = Native(HttpMethod.Delete, "tracks?" + string.Join('&', numbers.Select(number => $"id={number}")));
        using var response = await _http.SendAsync(request);
        response.EnsureSuccessStatusCode();
    }

    private HttpRequestMessage Native(HttpMethod method, string path)
    {
        var request = new HttpRequestMessage(method, $"/api/playlist/{_names.Find("list:N")}/{path}");
        request.Headers.Add("X-ND-Authorization", "Bearer " + _tokens["admin"]);
        return request;
    }

    private async Task<int> LogInAsync()
    {
        using var form = new StringContent($$"""{"username":"{{_recording.Users[0].Name}}","password":"{{_recording.Users[0].Password}}"}""", new MediaTypeHeaderValue("application/json"));
        using var response = await _http.PostAsync("/auth/login", form);
        return (int)response.StatusCode;
    }

    private void Expect<T>(RecordedStep step, string what, T recorded, T here)
    {
        if (!EqualityComparer<T>.Default.Equals(recorded, here))
        {
            Differ(step, $"{what}: recorded {recorded}, here {here}");
        }
    }

    private void Differ(RecordedStep step, string what) => _differences.Add(new RecordedDifference(_recording.Name, step.Step, what));
}
