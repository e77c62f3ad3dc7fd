using System.Diagnostics;

namespace Spotter.Benchmarks.Mutants;

/// <summary>Runs a program to its end, or up to a time limit.</summary>
internal static class Tool
{
    /// <summary>Its exit code and all its output. The exit code is null if it was stopped because it took too long.</summary>
    public static async Task<(int? ExitCode, string Output)> RunAsync(
        string program, IReadOnlyList<string> arguments, string folder, IReadOnlyDictionary<string, string>? environment = null, TimeSpan? limit = null)
    {
        var start = new ProcessStartInfo(program, arguments) { WorkingDirectory = folder, RedirectStandardOutput = true, RedirectStandardError = true };
        foreach (var (name, value) in environment ?? new Dictionary<string, string>())
        {
            start.Environment[name] = value;
        }

        using var process = Process.Start(start) ?? throw new InvalidOperationException($"{program} does not start.");
        var output = process.StandardOutput.ReadToEndAsync();
        var errors = process.StandardError.ReadToEndAsync();
        using var patience = new CancellationTokenSource();
        if (limit is { } most)
        {
            patience.CancelAfter(most);
        }

        try
        {
            await process.WaitForExitAsync(patience.Token);
        }
        catch (OperationCanceledException)
        {
            process.Kill(entireProcessTree: true);
            await process.WaitForExitAsync();
            return (null, await output + await errors);
        }

        return (process.ExitCode, await output + await errors);
    }
}
