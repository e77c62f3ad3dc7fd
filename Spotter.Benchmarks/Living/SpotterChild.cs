using System.Diagnostics;
using System.Globalization;
using System.Net.Http.Headers;
using System.Net.Http.Json;
using System.Text;
using System.Text.Json;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;

namespace Spotter.Benchmarks.Living;

/// <summary>The application as a separate process, driven through its HTTP API like by a script. The operating system reports its memory
/// and processor time.</summary>
internal sealed class SpotterChild : IAsyncDisposable
{
    private const int TicksPerSecond = 100;

    private readonly Process _process;
    private readonly string _folder;
    private readonly HttpClient _http = new();

    private SpotterChild(Process process, string folder)
    {
        _process = process;
        _folder = folder;
    }

    /// <summary>The current memory of the process, in megabytes.</summary>
    public double Megabytes => StatusOf("VmRSS:");

    /// <summary>The peak memory of the process so far, in megabytes.</summary>
    public double PeakMegabytes => StatusOf("VmHWM:");

    /// <summary>The processor time of the process so far.</summary>
    public TimeSpan ProcessorTime
    {
        get
        {
            var stat = File.ReadAllText($"/proc/{_process.Id}/stat");
            var fields = stat[(stat.LastIndexOf(')') + 2)..].Split(' ');
            return TimeSpan.FromSeconds((long.Parse(fields[11], CultureInfo.InvariantCulture) + long.Parse(fields[12], CultureInfo.InvariantCulture)) / (double)TicksPerSecond);
        }
    }

    /// <summary>Starts it against the server, with its data in its own folder, and waits until it is ready.</summary>
    public static async Task<SpotterChild> StartAsync(string program, DemoServer server)
    {
        var folder = Directory.CreateTempSubdirectory("spotter-child-").FullName;
        var listening = new TaskCompletionSource<string>(TaskCreationOptions.RunContinuationsAsynchronously);
        var start = new ProcessStartInfo("dotnet", [Path.GetFullPath(program)])
        {
            WorkingDirectory = Path.GetDirectoryName(Path.GetFullPath(program))!,
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["Navidrome__BaseUrl"] = server.BaseUrl,
                ["ConnectionStrings__Spotter"] = $"Data Source={Path.Combine(folder, "spotter.db")}",
                ["DataProtection__KeysPath"] = Path.Combine(folder, "keys"),
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
                ["PlaylistSync__Cron"] = "0 0 1 1 *",
            },
        };
        var process = new Process { StartInfo = start };
        process.OutputDataReceived += (_, line) =>
        {
            const string sign = "Now listening on: ";
            if (line.Data?.IndexOf(sign, StringComparison.Ordinal) is >= 0 and var at)
            {
                listening.TrySetResult(line.Data[(at + sign.Length)..].Trim());
            }
        };
        process.ErrorDataReceived += (_, _) => { };
        process.Start();
        process.BeginOutputReadLine();
        process.BeginErrorReadLine();
        var child = new SpotterChild(process, folder);
        child._http.BaseAddress = new Uri(await listening.Task.WaitAsync(TimeSpan.FromMinutes(2)));
        child._http.Timeout = TimeSpan.FromMinutes(10);
        child._http.DefaultRequestHeaders.Authorization = new AuthenticationHeaderValue("Basic", Convert.ToBase64String("demo:demo"u8));
        (await child._http.GetAsync(new Uri("/readyz", UriKind.Relative))).EnsureSuccessStatusCode();
        return child;
    }

    /// <summary>Imports a playlist, and returns its id.</summary>
    public async Task<int> ImportAsync(string name, IReadOnlyList<SourceTrack> tracks)
    {
        var csv = new StringBuilder("Track Name,Artist Name(s),Album Name,Duration (ms),ISRC\n");
        foreach (var track in tracks)
        {
            csv.Append(CultureInfo.InvariantCulture, $"\"{track.Title}\",\"{string.Join(", ", track.Artists)}\",\"{track.Album}\",{track.DurationMs},{track.Isrc}\n");
        }

        using var form = new MultipartFormDataContent { { new ByteArrayContent(Encoding.UTF8.GetBytes(csv.ToString())), "file", name + ".csv" } };
        using var response = await _http.PostAsync(new Uri("/api/playlists/import", UriKind.Relative), form);
        response.EnsureSuccessStatusCode();
        return (await response.Content.ReadFromJsonAsync<JsonElement>())[0].GetProperty("id").GetInt32();
    }

    public async Task SwitchOnAsync(int playlist)
        => (await _http.PostAsJsonAsync($"/api/playlists/{playlist}/toggle-sync", new { enabled = true })).EnsureSuccessStatusCode();

    /// <summary>Requests a sync.</summary>
    public async Task SyncAsync(int playlist)
        => (await _http.PostAsync(new Uri($"/api/playlists/{playlist}/sync", UriKind.Relative), null)).EnsureSuccessStatusCode();

    /// <summary>Waits until no run is waiting or under way. Returns the status.</summary>
    public async Task<string> SettleAsync(int playlist)
    {
        while (true)
        {
            var state = await _http.GetFromJsonAsync<JsonElement>($"/api/playlists/{playlist}/sync-status");
            if (state.GetProperty("status").GetString() is { } status and not ("pending" or "syncing"))
            {
                return $"{status}, {state.GetProperty("matchedTrackCount")} of {state.GetProperty("totalTrackCount")}";
            }

            await Task.Delay(50);
        }
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        _process.Kill();
        await _process.WaitForExitAsync();
        _process.Dispose();
        Directory.Delete(_folder, recursive: true);
    }

    private double StatusOf(string key)
        => double.Parse(
            File.ReadLines($"/proc/{_process.Id}/status").Single(line => line.StartsWith(key, StringComparison.Ordinal))[key.Length..].Replace("kB", "", StringComparison.Ordinal).Trim(),
            CultureInfo.InvariantCulture) / 1024;
}
