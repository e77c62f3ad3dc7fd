using System.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>A test that asks systemd-analyze. It is skipped where there is none that judges files.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class SystemdFactAttribute : FactAttribute
{
    public SystemdFactAttribute() => Skip = WhyNot;

    private static string? WhyNot { get; } = FindWhyNot();

    private static string? FindWhyNot()
    {
        try
        {
            using var trial = Process.Start(new ProcessStartInfo("systemd-analyze", ["--version"]) { RedirectStandardOutput = true })!;
            var version = trial.StandardOutput.ReadToEnd().Split(' ');
            trial.WaitForExit();
            return version is [_, var number, ..] && int.TryParse(number, out var major) && major >= 250 ? null : "This systemd-analyze is too old to judge a file.";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"There is no systemd-analyze: {exception.Message}";
        }
    }
}
