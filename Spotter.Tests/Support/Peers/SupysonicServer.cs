using System.Diagnostics;
using System.Text.Json;

namespace Spotter.Tests.Support.Peers;

/// <summary>
/// supysonic, an independent Subsonic server, on a free local port with a fresh database and music generated for the test. It reads its
/// settings from the working directory and the home directory, so for each of its programs both are its own folder.
/// </summary>
internal sealed class SupysonicServer : IAsyncDisposable
{
    public const string Username = "admin";
    public const string Password = "tiger & söhne";

    private readonly TemporaryFolder _folder;
    private readonly HttpClient _http;
    private Process? _process;
    private string _password = Password;

    private SupysonicServer(TemporaryFolder folder, int port)
    {
        _folder = folder;
        Address = new Uri($"http://127.0.0.1:{port}");
        _http = new HttpClient { BaseAddress = Address };
    }

    public Uri Address { get; }

    public string MusicFolder => Path.Combine(_folder.Path, "music");

    /// <summary>Generates the music, scans it and starts the server.</summary>
    public static async Task<SupysonicServer> StartAsync(params IReadOnlyList<MusicFile> music)
    {
        var server = new SupysonicServer(TemporaryFolder.InMemoryWhereThereIs(), FreePort.Find());
        try
        {
            await server.PrepareAsync();
            await server.AddMusicAsync(music);
            await server.ScanAsync();
            await server.ServeAsync();
            return server;
        }
        catch
        {
            await server.DisposeAsync();
            throw;
        }
    }

    /// <summary>Writes more files. The server knows them after a scan.</summary>
    public async Task AddMusicAsync(params IReadOnlyList<MusicFile> music)
    {
        Directory.CreateDirectory(MusicFolder);
        var script = Path.Combine(AppContext.BaseDirectory, "Support", "Peers", "make-music.py");
        await RunAsync(Peer.Python, [script, MusicFolder], JsonSerializer.Serialize(music, JsonSerializerOptions.Web));
    }

    /// <summary>Moves a file. To supysonic it is then a new song, and the old id is gone.</summary>
    public void MoveMusic(string from, string to)
    {
        var target = Path.Combine(MusicFolder, to);
        Directory.CreateDirectory(Path.GetDirectoryName(target)!);
        File.Move(Path.Combine(MusicFolder, from), target);
    }

    public Task ChangePasswordAsync(string password)
    {
        _password = password;
        return RunAsync("supysonic-cli", ["user", "changepass", Username, "-p", password]);
    }

    public Task ScanAsync() => RunAsync("supysonic-cli", ["folder", "scan", "--foreground", "Music"]);

    /// <summary>Asks the server with a plain HTTP client, so that the test does not rely on the code that it tests.</summary>
    public async Task<JsonElement> AskAsync(string method, params IReadOnlyList<(string Name, string Value)> parameters)
    {
        var fields = parameters.Concat([("u", Username), ("p", _password), ("c", "spotter-tests"), ("v", "1.10.2"), ("f", "json")])
            .Select(field => KeyValuePair.Create(field.Item1, field.Item2));
        using var content = new FormUrlEncodedContent(fields);
        using var response = await _http.PostAsync(new Uri($"/rest/{method}.view", UriKind.Relative), content);
        var document = await JsonDocument.ParseAsync(await response.Content.ReadAsStreamAsync());
        return document.RootElement.GetProperty("subsonic-response").Clone();
    }

    /// <summary>The server's playlists: id, name and the titles in order.</summary>
    public async Task<IReadOnlyList<ServerPlaylist>> PlaylistsAsync()
    {
        var answer = await AskAsync("getPlaylists");
        var playlists = new List<ServerPlaylist>();
        foreach (var listed in List(answer.GetProperty("playlists"), "playlist"))
        {
            var id = listed.GetProperty("id").GetString()!;
            if (!(await AskAsync("getPlaylist", ("id", id))).TryGetProperty("playlist", out var playlist))
            {
                // Deleted after it was listed.
                continue;
            }

            playlists.Add(new ServerPlaylist(
                id,
                playlist.GetProperty("name").GetString()!,
                playlist.TryGetProperty("comment", out var comment) ? comment.GetString() : null,
                [.. List(playlist, "entry").Select(entry => entry.GetProperty("title").GetString()!)]));
        }

        return playlists;
    }

    public async ValueTask DisposeAsync()
    {
        _http.Dispose();
        if (_process is not null)
        {
            _process.Kill(entireProcessTree: true);
            await _process.WaitForExitAsync();
            _process.Dispose();
        }

        _folder.Dispose();
    }

    // supysonic omits empty lists from its answers.
    private static IEnumerable<JsonElement> List(JsonElement parent, string name)
        => parent.TryGetProperty(name, out var list) ? list.EnumerateArray() : [];

    private async Task PrepareAsync()
    {
        Directory.CreateDirectory(MusicFolder);
        Directory.CreateDirectory(Path.Combine(_folder.Path, "cache"));
        await File.WriteAllTextAsync(Path.Combine(_folder.Path, "supysonic.conf"), $"""
            [base]
            database_uri = sqlite:///{_folder.Path}/supysonic.db
            scanner_extensions = mp3 flac ogg
            follow_symlinks = no
            [webapp]
            cache_dir = {_folder.Path}/cache
            log_file = {_folder.Path}/supysonic.log
            log_level = WARNING
            mount_webui = off
            [daemon]
            socket = {_folder.Path}/daemon.sock
            run_watcher = no

            """);
        await RunAsync("supysonic-cli", ["user", "add", Username, "-p", Password]);
        await RunAsync("supysonic-cli", ["user", "setroles", "-A", Username]);
        await RunAsync("supysonic-cli", ["folder", "add", "Music", MusicFolder]);
    }

    private async Task ServeAsync()
    {
        _process = Process.Start(StartInfo("supysonic-server", ["--server", "gunicorn", "--host", "127.0.0.1", "--port", $"{Address.Port}", "--threads", "4"]))!;
        _process.OutputDataReceived += (_, _) => { };
        _process.ErrorDataReceived += (_, _) => { };
        _process.BeginOutputReadLine();
        _process.BeginErrorReadLine();

        await Eventually.HoldsAsync("supysonic answers", async () =>
        {
            try
            {
                return (await AskAsync("ping")).GetProperty("status").GetString() == "ok";
            }
            catch (HttpRequestException) when (!_process.HasExited)
            {
                return false;
            }
        });
    }

    private async Task RunAsync(string program, IReadOnlyList<string> arguments, string input = "")
    {
        using var process = Process.Start(StartInfo(program, arguments))!;
        var output = process.StandardOutput.ReadToEndAsync();
        var error = process.StandardError.ReadToEndAsync();
        await process.StandardInput.WriteAsync(input);
        process.StandardInput.Close();
        await process.WaitForExitAsync();
        Assert.True(process.ExitCode == 0, $"{program} {string.Join(' ', arguments)}: {await error}{await output}");
    }

    private ProcessStartInfo StartInfo(string program, IReadOnlyList<string> arguments) => new(program, arguments)
    {
        WorkingDirectory = _folder.Path,
        Environment = { ["HOME"] = _folder.Path, ["PYTHONIOENCODING"] = "utf-8" },
        StandardInputEncoding = new System.Text.UTF8Encoding(encoderShouldEmitUTF8Identifier: false),
        RedirectStandardInput = true,
        RedirectStandardOutput = true,
        RedirectStandardError = true,
    };
}
