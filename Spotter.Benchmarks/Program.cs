using System.Globalization;
using Spotter.Benchmarks.Evaluation;
using Spotter.Benchmarks.Growth;
using Spotter.Benchmarks.Kernels;
using Spotter.Benchmarks.Living;
using Spotter.Benchmarks.Mutants;
using Spotter.Benchmarks.Speed;

namespace Spotter.Benchmarks;

/// <summary>The verbs of the command line: everything that can be measured.</summary>
internal static class Program
{
    public static async Task<int> Main(string[] args)
    {
        switch (args)
        {
            case ["sync", .. var rest] when SyncBenchmarkOptions.Parse(rest) is { } options:
                await SyncBenchmark.RunAsync(options, Console.Out);
                return 0;
            case ["lists", .. var rest]:
                return await ListsVerb.RunAsync(rest, Console.Out, Console.Error);
            case ["grow", .. var rest]:
                return await GrowVerb.RunAsync(rest, Console.Out, Console.Error);
            case ["evaluate", .. var rest]:
                return EvaluateVerb.Run(rest, Console.Out, Console.Error);
            case ["pairs", .. var rest]:
                return PairsVerb.Run(rest, Console.Out, Console.Error);
            case ["kernels", .. var rest] when KernelsVerb.Run(rest) is { } code:
                return code;
            case ["speed", .. var rest]:
                return await SpeedVerb.RunAsync(rest, Console.Out, Console.Error);
            case ["mutants", .. var rest]:
                return await MutantsVerb.RunAsync(rest, Console.Out, Console.Error);
            case ["read", .. var rest] when Numbers(rest, 60_000) is [var songs]:
                return await ReadVerb.RunAsync(songs, Console.Out);
            case ["footprint", var program, .. var rest] when Numbers(rest, 60_000, 9_900, 20) is [var songs, var rows, var lists]:
                return await FootprintVerb.RunAsync(program, songs, rows, lists, Console.Out);
            case ["tidings", var program, .. var rest] when Numbers(rest, 60_000, 100, 50) is [var songs, var playlists, var rows]:
                return await TidingsVerb.RunAsync(program, songs, playlists, rows, Console.Out);
            default:
                await Console.Error.WriteLineAsync($"""
                    dotnet run -c Release --project Spotter.Benchmarks -- sync [--songs 50000] [--tracks 1000] [--playlists 1000]
                        A first sync against a library that was read before, one with nothing changed, and many playlists synced all at once.
                    {ListsVerb.Usage}
                    {GrowVerb.Usage}
                    {EvaluateVerb.Usage}
                    {PairsVerb.Usage}
                    {KernelsVerb.Usage}
                    {SpeedVerb.Usage}
                    {MutantsVerb.Usage}
                    {ReadVerb.Usage}
                    {FootprintVerb.Usage}
                    {TidingsVerb.Usage}
                    """);
                return 1;
        }
    }

    /// <summary>The given numbers, with defaults for the rest. Null if one is not a number.</summary>
    private static int[]? Numbers(string[] given, params int[] usual)
    {
        if (given.Length > usual.Length)
        {
            return null;
        }

        for (var i = 0; i < given.Length; i++)
        {
            if (!int.TryParse(given[i], NumberStyles.None, CultureInfo.InvariantCulture, out usual[i]) || usual[i] == 0)
            {
                return null;
            }
        }

        return usual;
    }
}
