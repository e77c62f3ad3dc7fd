using System.Globalization;
using System.Net;
using System.Net.Http.Json;
using System.Net.Sockets;
using System.Text;
using System.Text.Json;
using Spotter.Tests.Support;

namespace Spotter.Tests.Web.Api;

/// <summary>Nonsense for every call in the API's description: the answer says what is wrong and is never a fault of Spotter's
/// own.</summary>
public sealed class ApiFuzzTests(DemoApp app) : IClassFixture<DemoApp>
{
    private static readonly string[] Texts =
    [
        "", "0", "-1", "1", "999999999", "2147483648", "99999999999999999999", "1e3", "0x1", "1.5", "NaN", "null", "true", "a", "%00", "%0d%0a", "%ff", "%c3%28", "%F0%9F%8E%B5",
        "..%2f..%2fetc", "'%20or%201=1--", "%3Cscript%3E", "%2525", "csv", "json", "CSV", "*", "[]", "%7B%7D",
    ];

    private static readonly string[] Types =
    [
        "application/json", "application/json; charset=nonsense", "application/json; charset=utf-16", "application/json; charset=\"utf-8\"", "application/json; charset=",
        "text/plain", "text/csv", "multipart/form-data", "multipart/form-data; boundary=", "multipart/form-data; boundary=x", "multipart/form-data; boundary=x; charset=nonsense",
        "application/x-www-form-urlencoded", "application/x-www-form-urlencoded; charset=nonsense", "application/octet-stream", "nonsense", "/", "application/json, text/html",
        "application/xml",
    ];

    private static readonly byte[][] Bodies =
    [
        [], "null"u8.ToArray(), "{}"u8.ToArray(), "[]"u8.ToArray(), "{"u8.ToArray(), "\"\""u8.ToArray(), "1e999"u8.ToArray(), [0xFF, 0xFE, 0xFD], [0], [0xEF, 0xBB, 0xBF],
        """{"enabled":null,"navidromePlaylistId":null}"""u8.ToArray(), """{"enabled":"yes","navidromePlaylistId":1}"""u8.ToArray(),
        """{"enabled":false,"onDisable":0,"navidromePlaylistId":"\ud800"}"""u8.ToArray(), """{"enabled":[[[]]],"enabled":{}}"""u8.ToArray(),
        Encoding.UTF8.GetBytes(new string('[', 5_000)), Encoding.UTF8.GetBytes($"{{\"navidromePlaylistId\":\"{new string('a', 100_000)}\"}}"),
        "--x\r\n\r\n--x--\r\n"u8.ToArray(), "--x--\r\n"u8.ToArray(), "--x\r\nContent-Disposition: form-data; name=\"file\"\r\n\r\nno file\r\n--x--\r\n"u8.ToArray(),
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\"\r\n\r\n\r\n--x--\r\n"u8.ToArray(),
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nbroken off"u8.ToArray(),
        "--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"\0/../a\u0001.csv\"\r\nContent-Type: text/csv; charset=nonsense\r\n\r\nTitle,Artist\n\xFF,\0\r\n--x--\r\n"u8.ToArray(),
        "--x\r\nContent-Disposition: form-data; name=\"approveRemoval\"\r\n\r\nperhaps\r\n--x\r\nContent-Disposition: form-data; name=\"file\"; filename=\"a.csv\"\r\n\r\nTitle\r\nOne\r\n--x--\r\n"u8.ToArray(),
    ];

    [Fact]
    public async Task No_call_of_the_description_ends_in_a_fault_of_Spotters_own()
    {
        var faults = new List<string>();
        var tried = 0;
        foreach (var (method, path, query) in await OperationsAsync())
        {
            foreach (var request in Requests(method, path, query))
            {
                tried++;
                using (request)
                {
                    using var response = await app.Demo.SendAsync(request, HttpCompletionOption.ResponseHeadersRead);
                    var body = response.IsSuccessStatusCode ? "" : await response.Content.ReadAsStringAsync();
                    if (!IsGood(response, body))
                    {
                        faults.Add($"{method} {request.RequestUri} {request.Content?.Headers.ContentType}: {(int)response.StatusCode} {body}");
                    }
                }
            }
        }

        Assert.True(faults.Count == 0, $"{faults.Count} of {tried}:\n" + string.Join('\n', faults.Take(20)));
        Assert.True(tried > 500, $"Only {tried} were tried.");

        // Pairing with a playlist that does not exist is a request like any other; its run finds out.
        app.Spotter.Log.AssertQuiet("The run of playlist");
    }

    [Fact]
    public async Task A_form_without_a_file_is_told_what_is_missing()
    {
        using var form = new MultipartFormDataContent { { new StringContent("Road trip"), "name" } };
        using var response = await app.Demo.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
        Assert.Equal(HttpStatusCode.BadRequest, response.StatusCode);
        Assert.Equal(
            "The form holds no file. Send the playlist file as its part \"file\".",
            (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("detail").GetString());
    }

    // Requests that no .NET client would send.
    [Theory]
    [InlineData("GET /sign-in?returnUrl=/\u00fc HTTP/1.1\r\nHost: {0}\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /sign-in?returnUrl=/%C3%BC HTTP/1.1\r\nHost: {0}\r\nConnection: close\r\nCookie: spotter=\u00fc\r\n\r\n")]
    [InlineData("GET /\u00fc?\u00fc=\u00fc HTTP/1.1\r\nHost: {0}\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /review?x=\u00fc HTTP/1.1\r\nHost: {0}\r\nAccept: text/html\r\nConnection: close\r\n\r\n")]
    [InlineData("GET /api/playlists HTTP/1.1\r\nHost: {0}\r\nAuthorization: Basic \u00fc\r\nConnection: close\r\n\r\n")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Type: application/x-www-form-urlencoded; charset=nonsense\r\nContent-Length: 1\r\nConnection: close\r\n\r\na")]
    [InlineData("POST /sign-in HTTP/1.1\r\nHost: {0}\r\nContent-Type: multipart/form-data; boundary=x\r\nContent-Length: 9\r\nConnection: close\r\n\r\n--x\r\n\r\nno")]
    [InlineData("POST /sign-out HTTP/1.1\r\nHost: {0}\r\nContent-Type: multipart/form-data\r\nContent-Length: 1\r\nConnection: close\r\n\r\na")]
    public async Task Bytes_that_no_browser_sends_are_answered_too(string request)
    {
        using var form = new SignInForm(app.Spotter.Address);
        using var signedIn = await form.PostAsync("demo", "demo");
        foreach (var cookie in new[] { null, form.Cookies.GetCookieHeader(app.Spotter.Address) })
        {
            var text = string.Format(CultureInfo.InvariantCulture, request, app.Spotter.Address.Authority);
            var status = await SendAsync(cookie is null || text.Contains("Cookie:", StringComparison.Ordinal)
                ? text
                : text.Replace("Connection: close", $"Cookie: {cookie}\r\nConnection: close", StringComparison.Ordinal));
            Assert.InRange(status, 200, 499);
        }

        app.Spotter.Log.AssertQuiet("The run of playlist");
    }

    [Fact]
    public async Task A_way_back_that_is_not_in_plain_letters_is_gone_all_the_same()
    {
        using var form = new SignInForm(app.Spotter.Address);
        using var answer = await form.PostAsync("demo", "demo", "/playlists/1?q=Björk\ud83c\udfb5");
        Assert.True(answer.StatusCode == HttpStatusCode.Found, $"{answer.StatusCode}: {await SignInForm.MessageAsync(answer)}\n{string.Join('\n', app.Spotter.Log.Complaints)}");
        Assert.Equal("/playlists/1?q=Bj%C3%B6rk%F0%9F%8E%B5", answer.Headers.Location!.OriginalString);
    }

    private static bool IsGood(HttpResponseMessage response, string body)
    {
        if (response.IsSuccessStatusCode)
        {
            return true;
        }

        // Kestrel itself refuses such an address before our code runs.
        if (response.StatusCode == HttpStatusCode.BadRequest && body.Length == 0 && response.RequestMessage!.RequestUri!.OriginalString.Contains("%00", StringComparison.Ordinal))
        {
            return true;
        }

        return (int)response.StatusCode is >= 400 and < 500
            && response.Content.Headers.ContentType?.MediaType == "application/problem+json"
            && JsonElement.Parse(body).TryGetProperty("detail", out var detail) && detail.GetString() is { Length: > 0 };
    }

    private static IEnumerable<HttpRequestMessage> Requests(HttpMethod method, string path, IReadOnlyList<string> query)
    {
        foreach (var text in path.Contains('{', StringComparison.Ordinal) ? Texts.Where(text => text.Length > 0) : [])
        {
            yield return new HttpRequestMessage(method, new Uri(path.Replace("{id}", text, StringComparison.Ordinal), UriKind.Relative));
        }

        var known = path.Replace("{id}", "1", StringComparison.Ordinal);
        foreach (var (name, text) in query.Append("unknown").SelectMany(name => Texts.Select(text => (name, text))))
        {
            yield return new HttpRequestMessage(method, new Uri($"{known}?{name}={text}&{name}={text}", UriKind.Relative));
        }

        if (method == HttpMethod.Get)
        {
            yield break;
        }

        foreach (var (type, body) in Types.SelectMany(type => Bodies.Select(body => (type, body))))
        {
            var content = new ByteArrayContent(body);
            content.Headers.TryAddWithoutValidation("Content-Type", type);
            yield return new HttpRequestMessage(method, new Uri(known, UriKind.Relative)) { Content = content };
        }
    }

    private async Task<int> SendAsync(string request)
    {
        using var socket = new TcpClient();
        await socket.ConnectAsync(app.Spotter.Address.Host, app.Spotter.Address.Port);
        await using var stream = socket.GetStream();
        await stream.WriteAsync(Encoding.Latin1.GetBytes(request));
        using var reader = new StreamReader(stream, Encoding.Latin1);
        var line = await reader.ReadLineAsync();
        return int.Parse(line!.Split(' ')[1], CultureInfo.InvariantCulture);
    }

    private async Task<IReadOnlyList<(HttpMethod Method, string Path, IReadOnlyList<string> Query)>> OperationsAsync()
    {
        var document = await app.Demo.GetFromJsonAsync<JsonElement>("/openapi/v1.json");
        return
        [
            .. from path in document.GetProperty("paths").EnumerateObject()
               from operation in path.Value.EnumerateObject()
               select (new HttpMethod(operation.Name.ToUpperInvariant()), path.Name, (IReadOnlyList<string>)
               [
                   .. operation.Value.TryGetProperty("parameters", out var parameters)
                       ? parameters.EnumerateArray().Where(parameter => parameter.GetProperty("in").GetString() == "query").Select(parameter => parameter.GetProperty("name").GetString()!)
                       : [],
               ]),
        ];
    }
}
