using System.Diagnostics;
using System.Text;
using System.Text.RegularExpressions;

namespace Spotter.Tests.Support;

/// <summary>The application as a separate process, which can be killed without warning.</summary>
internal sealed partial class SpotterProcess : IAsyncDisposable
{
    private readonly Process _process;
    private readonly StringBuilder _output = new();
    private readonly TaskCompletionSource<Uri> _listening = new(TaskCreationOptions.RunContinuationsAsynchronously);

    private readonly string? _outputFile;

    private SpotterProcess(string folder, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string> through, string? outputFile, string? program, string? workingFolder)
    {
        _outputFile = outputFile;
        var configuration = AppContext.BaseDirectory.Contains($"{Path.DirectorySeparatorChar}Release{Path.DirectorySeparatorChar}", StringComparison.Ordinal)
            ? "Release" : "Debug";
        string[] built = program is null ? ["dotnet", Path.Combine(Repository.Root, "Spotter.Web", "bin", configuration, "net10.0", "Spotter.Web.dll")] : [program];
        string[] command = [.. through, .. built];
        var start = new ProcessStartInfo(command[0], command[1..])
        {
            WorkingDirectory = workingFolder ?? Path.Combine(Repository.Root, "Spotter.Web"),
            RedirectStandardOutput = true,
            RedirectStandardError = true,
            Environment =
            {
                ["ASPNETCORE_ENVIRONMENT"] = "Production",
                ["ASPNETCORE_URLS"] = "http://127.0.0.1:0",
                ["ConnectionStrings__Spotter"] = $"Data Source={Path.Combine(folder, "spotter.db")}",
                ["DataProtection__KeysPath"] = Path.Combine(folder, "keys"),
                ["Logging__LogLevel__Microsoft.Hosting.Lifetime"] = "Information",
            },
        };
        foreach (var (key, value) in settings)
        {
            start.Environment[key.Replace(":", "__", StringComparison.Ordinal)] = value;
        }

        _process = new Process { StartInfo = start };
        _process.OutputDataReceived += (_, line) => Read(line.Data);
        _process.ErrorDataReceived += (_, line) => Read(line.Data);
    }

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public int Id => _process.Id;

    public bool HasExited => _process.HasExited;

    /// <summary>Its output so far, from its console or from the file that replaces it.</summary>
    public string Output
    {
        get
        {
            if (_outputFile is not null)
            {
                return File.Exists(_outputFile) ? File.ReadAllText(_outputFile) : "";
            }

            lock (_output)
            {
                return _output.ToString();
            }
        }
    }

    /// <summary>Starts it on a free port with its data in the folder, and waits until it listens.</summary>
    /// <param name="folder">The folder for its data.</param>
    /// <param name="settings">Its settings and any other environment variables.</param>
    /// <param name="through">A command that executes it, such as one that drops rights first; none by default.</param>
    /// <param name="outputFile">The file that receives the command's output; null for a console that is read here.</param>
    /// <param name="program">Another program than the one that was just built.</param>
    /// <param name="workingFolder">Where it starts; in the folder of its sources by default.</param>
    public static async Task<SpotterProcess> StartAsync(
        string folder, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string>? through = null, string? outputFile = null,
        string? program = null, string? workingFolder = null)
    {
        var spotter = Launch(folder, settings, through, outputFile, program, workingFolder);
        spotter.Address = await (outputFile is null ? spotter._listening.Task.WaitAsync(TimeSpan.FromSeconds(90)) : spotter.FindAddressAsync());
        return spotter;
    }

    /// <summary>Starts it without waiting for anything.</summary>
    public static SpotterProcess Launch(
        string folder, IReadOnlyDictionary<string, string> settings, IReadOnlyList<string>? through = null, string? outputFile = null,
        string? program = null, string? workingFolder = null)
    {
        var spotter = new SpotterProcess(folder, settings, through ?? [], outputFile, program, workingFolder);
        spotter._process.Start();
        spotter._process.BeginOutputReadLine();
        spotter._process.BeginErrorReadLine();
        _ = spotter.WatchAsync();
        return spotter;
    }

    /// <summary>What Linux says the process holds open: paths of files, and names like "anon_inode:inotify".</summary>
    public IReadOnlyList<string> OpenFiles()
        => [.. new DirectoryInfo($"/proc/{_process.Id}/fd").EnumerateFileSystemInfos().Select(file => file.LinkTarget).OfType<string>()];

    /// <summary>Whether Linux says that it has loaded a file with that name.</summary>
    public bool HasLoaded(string fileName)
    {
        try
        {
            return HasExited || File.ReadLines($"/proc/{_process.Id}/maps").Any(line => line.EndsWith('/' + fileName, StringComparison.Ordinal));
        }
        catch (IOException)
        {
            return true; // It is gone, and the caller sees it.
        }
    }

    /// <summary>Asks it to stop, as systemd and containers do (SIGTERM), and returns its exit code.</summary>
    public async Task<int> TerminateAsync()
    {
        using var kill = Process.Start("kill", ["-TERM", _process.Id.ToString(System.Globalization.CultureInfo.InvariantCulture)]);
        return await EndAsync();
    }

    /// <summary>Waits until it has ended, and returns its exit code.</summary>
    public async Task<int> EndAsync()
    {
        await _process.WaitForExitAsync().WaitAsync(TimeSpan.FromSeconds(60));
        return _process.ExitCode;
    }

    /// <summary>Kills it (SIGKILL), so that it cannot clean up.</summary>
    public async Task KillAsync()
    {
        _process.Kill();
        await _process.WaitForExitAsync();
    }

    public async ValueTask DisposeAsync()
    {
        if (!_process.HasExited)
        {
            await KillAsync();
        }

        _process.Dispose();
    }

    private Task<Uri> FindAddressAsync() => Eventually.GetAsync("it listens", () =>
    {
        var output = Output;
        return Listening().Match(output) is { Success: true } match ? Task.FromResult<Uri?>(new Uri(match.Groups["address"].Value))
            : HasExited ? throw new InvalidOperationException($"Spotter stopped:\n{output}")
            : Task.FromResult<Uri?>(null);
    });

    /// <summary>Records its end, but not before the last line was read: the process may have ended while its output is still on the
    /// way.</summary>
    private async Task WatchAsync()
    {
        await _process.WaitForExitAsync();
        _listening.TrySetException(new InvalidOperationException($"Spotter stopped:\n{Output}"));
    }

    private void Read(string? line)
    {
        if (line is null)
        {
            return;
        }

        lock (_output)
        {
            _output.AppendLine(line);
        }

        if (Listening().Match(line) is { Success: true } match)
        {
            _listening.TrySetResult(new Uri(match.Groups["address"].Value));
        }
    }

    [GeneratedRegex(@"Now listening on:\s*""?(?<address>https?://[^\s""]+)")]
    private static partial Regex Listening();
}
