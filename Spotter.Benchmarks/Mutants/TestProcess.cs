using System.Diagnostics;
using System.Globalization;

namespace Spotter.Benchmarks.Mutants;

/// <summary>A process with the tests of the mutated build, which runs some of them as often as it is asked to. Begins anew by itself where it has died.</summary>
internal sealed class TestProcess(MutatedBuild build) : IDisposable
{
    /// <summary>What the answers begin with; other lines are of the tests.</summary>
    private const string Mark = "» ";

    /// <summary>A fault may ask for memory without end, and other programs need theirs. Hexadecimal: 2 GiB.</summary>
    private const string MostMemory = "80000000";

    private Process? _process;
    private int _fault;

    /// <summary>Begins anew, with a fault switched on from the start; 0 is none.</summary>
    public void Restart(int fault = 0)
    {
        Dispose();
        _fault = fault;
    }

    /// <summary>The answer to an order, as long as no line of it takes longer than the limit.</summary>
    public async Task<TestAnswer> AskAsync(string order, TimeSpan limit)
    {
        _process ??= Start();
        var lines = new List<string>();
        using var patience = new CancellationTokenSource(limit);
        try
        {
            await _process.StandardInput.WriteLineAsync(order.AsMemory(), patience.Token);
            await _process.StandardInput.FlushAsync(patience.Token);
            while (await _process.StandardOutput.ReadLineAsync(patience.Token) is { } line)
            {
                if (line == Mark + "end")
                {
                    return new(lines, TestAnswerEnd.Complete);
                }

                if (line.StartsWith(Mark, StringComparison.Ordinal))
                {
                    lines.Add(line[Mark.Length..]);
                    patience.CancelAfter(limit);
                }
            }
        }
        catch (OperationCanceledException)
        {
            Restart();
            return new(lines, TestAnswerEnd.TooLate);
        }
        catch (IOException)
        {
            // It died while it was asked.
        }

        Restart();
        return new(lines, TestAnswerEnd.Died);
    }

    public void Dispose()
    {
        if (_process is { } process)
        {
            process.Kill(entireProcessTree: true);
            process.WaitForExit();
            process.Dispose();
            _process = null;
        }
    }

    private Process Start()
    {
        var start = new ProcessStartInfo("dotnet", [build.Tests])
        {
            WorkingDirectory = Path.GetDirectoryName(build.Tests)!, RedirectStandardInput = true, RedirectStandardOutput = true, RedirectStandardError = true,
        };
        start.Environment[MutatedBuild.SwitchVariable] = _fault.ToString(CultureInfo.InvariantCulture);
        start.Environment["DOTNET_GCHeapHardLimit"] = MostMemory;
        start.Environment["DOTNET_DbgEnableMiniDump"] = "0";
        var process = Process.Start(start) ?? throw new InvalidOperationException("dotnet does not start.");
        process.ErrorDataReceived += (_, _) => { };
        process.BeginErrorReadLine();
        return process;
    }
}
