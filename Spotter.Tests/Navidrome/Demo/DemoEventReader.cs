using System.Text.Json;

namespace Spotter.Tests.Navidrome.Demo;

/// <summary>Reads the events of the embedded server one by one.</summary>
internal sealed class DemoEventReader : IDisposable
{
    private readonly HttpResponseMessage _response;
    private readonly StreamReader _reader;

    private DemoEventReader(HttpResponseMessage response, Stream stream)
    {
        _response = response;
        _reader = new StreamReader(stream);
    }

    public string? MediaType => _response.Content.Headers.ContentType?.MediaType;

    public static async Task<DemoEventReader> OpenAsync(HttpClient http, string token)
    {
        var response = await http.GetAsync($"/api/events?jwt={Uri.EscapeDataString(token)}", HttpCompletionOption.ResponseHeadersRead);
        response.EnsureSuccessStatusCode();
        return new DemoEventReader(response, await response.Content.ReadAsStreamAsync());
    }

    /// <summary>The next event, or null if the connection has ended.</summary>
    public async Task<(string Name, JsonElement Data)?> NextAsync()
    {
        string? name = null;
        JsonElement data = default;
        while (await _reader.ReadLineAsync().WaitAsync(TimeSpan.FromSeconds(30)) is { } line)
        {
            if (line.Length == 0)
            {
                return (name!, data);
            }

            if (line.StartsWith("event: ", StringComparison.Ordinal))
            {
                name = line["event: ".Length..];
            }
            else if (line.StartsWith("data: ", StringComparison.Ordinal))
            {
                data = JsonDocument.Parse(line["data: ".Length..]).RootElement.Clone();
            }
        }

        return null;
    }

    public void Dispose()
    {
        _reader.Dispose();
        _response.Dispose();
    }
}
