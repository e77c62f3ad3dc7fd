using System.Net;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Demo;

/// <summary>Asks the embedded server through Navidrome's own interface, with a plain HTTP client.</summary>
internal sealed class DemoNativeCaller(DemoServer server) : IDisposable
{
    private readonly HttpClient _http = new() { BaseAddress = new Uri(server.BaseUrl) };
    private string? _token;

    public DemoServer Server => server;

    public async Task<string> TokenAsync(string user = "demo", string? password = null)
    {
        using var response = await _http.PostAsJsonAsync("/auth/login", new { username = user, password = password ?? user });
        return (await response.Content.ReadFromJsonAsync<JsonElement>()).GetProperty("token").GetString()!;
    }

    /// <summary>Calls the interface as the administrator.</summary>
    public async Task<(HttpStatusCode Status, string Type, string Body)> AskAsync(HttpMethod method, string path, string? json = null, string? token = null)
    {
        _token ??= await TokenAsync();
        using var request = new HttpRequestMessage(method, path);
        request.Headers.Add("X-ND-Authorization", "Bearer " + (token ?? _token));
        if (json is not null)
        {
            request.Content = new ByteArrayContent(Encoding.UTF8.GetBytes(json)) { Headers = { ContentType = new MediaTypeHeaderValue("application/json") } };
        }

        using var response = await _http.SendAsync(request);
        return (response.StatusCode, response.Content.Headers.ContentType?.MediaType ?? "", await response.Content.ReadAsStringAsync());
    }

    public async Task<JsonElement> ReadAsync(string path, string? token = null)
    {
        var (status, _, body) = await AskAsync(HttpMethod.Get, path, token: token);
        Assert.Equal(HttpStatusCode.OK, status);
        return JsonDocument.Parse(body).RootElement.Clone();
    }

    /// <summary>Opens the stream of events.</summary>
    public async Task<DemoEventReader> ListenAsync(string user = "demo")
        => await DemoEventReader.OpenAsync(_http, await TokenAsync(user));

    public void Dispose() => _http.Dispose();
}
