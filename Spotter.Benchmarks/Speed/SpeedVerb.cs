using System.Diagnostics;
using System.Globalization;
using System.Numerics;
using System.Text.Json;
using Spotter.Benchmarks.Evaluation;

namespace Spotter.Benchmarks.Speed;

/// <summary>Measures how fast the matcher is, relative to a plain dictionary and plain scans of the same songs in the same run.</summary>
internal static class SpeedVerb
{
    public const string Usage = """
        dotnet run -c Release --project Spotter.Benchmarks -- speed [--songs 1000000] [--tracks 10000] [--json out.json] [--library library.jsonl --queries queries.jsonl]
            Build, match, update and load against yardsticks, pinned to one core. With a labelled corpus the accuracy on it as well.
        """;

    // Set for the child process: the machine's number of cores, of which it sees one.
    private const string Child = "SPOTTER_SPEED_PINNED";

    private static readonly string[] Optional = ["--songs", "--tracks", "--json", "--library", "--queries"];
    private static readonly JsonSerializerOptions Json = new() { WriteIndented = true, PropertyNamingPolicy = JsonNamingPolicy.CamelCase };

    /// <summary>0, or 1 with a message if the arguments are invalid.</summary>
    public static async Task<int> RunAsync(string[] arguments, TextWriter output, TextWriter error)
    {
        try
        {
            var options = VerbArguments.Parse(arguments, [], Optional);
            var songs = Number(options.Optional("--songs"), 1_000_000);
            var tracks = Number(options.Optional("--tracks"), 10_000);
            var isChild = int.TryParse(Environment.GetEnvironmentVariable(Child), CultureInfo.InvariantCulture, out var cores);
            if (!isChild && await RunPinnedAsync(arguments, error) is { } code)
            {
                return code;
            }

            var corpus = options.Optional("--library") is { } library && options.Optional("--queries") is { } queries
                ? (LibraryFile.Read(library), QueryFile.Read(queries).ToList())
                : default;
            var figures = await SpeedRun.RunAsync(songs, tracks, isChild ? cores : null, corpus.Item1, corpus.Item2, output);
            if (options.Optional("--json") is { } path)
            {
                await File.WriteAllTextAsync(path, JsonSerializer.Serialize(figures, Json));
            }

            return 0;
        }
        catch (MalformedInputException malformed)
        {
            await error.WriteLineAsync(malformed.Message);
            return 1;
        }
    }

    private static int Number(string? text, int otherwise)
        => text is null ? otherwise
            : int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= 1_000 ? number
            : throw new MalformedInputException($"\"{text}\" is not a whole number of 1,000 or more.");

    /// <summary>
    /// Runs again as a child process with only one core, since a process cannot pin the threads that its runtime has already started. Null
    /// if the system does not support it.
    /// </summary>
    private static async Task<int?> RunPinnedAsync(string[] arguments, TextWriter error)
    {
        if (!(OperatingSystem.IsLinux() || OperatingSystem.IsWindows()) || Environment.ProcessPath is not { } program)
        {
            await error.WriteLineAsync("Not pinned to one core: this system does not offer it.");
            return null;
        }

        var start = new ProcessStartInfo(program) { UseShellExecute = false };
        if (Path.GetFileNameWithoutExtension(program) == "dotnet")
        {
            start.ArgumentList.Add(typeof(SpeedVerb).Assembly.Location);
        }

        foreach (var argument in (string[])["speed", .. arguments])
        {
            start.ArgumentList.Add(argument);
        }

        start.Environment[Child] = Environment.ProcessorCount.ToString(CultureInfo.InvariantCulture);

        // With one core there is one heap and no concurrent garbage collection: work is measured, not waiting for another core.
        start.Environment["DOTNET_gcConcurrent"] = "0";
        start.Environment["DOTNET_TieredPGO"] = "1";

        // With one core, the runtime waits ten times as long before it fully compiles hot code, and would then do so during the
        // measurement.
        start.Environment["DOTNET_TC_DelaySingleProcMultiplier"] = "1";
        using var self = Process.GetCurrentProcess();
        var all = self.ProcessorAffinity;
        self.ProcessorAffinity = (nint)(1UL << BitOperations.Log2((ulong)all));
        using var child = Process.Start(start)!;
        self.ProcessorAffinity = all;
        await child.WaitForExitAsync();
        return child.ExitCode;
    }
}
