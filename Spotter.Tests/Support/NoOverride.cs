using System.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>Makes a process obey file modes. Without this, tests that run as root could read and write everything.</summary>
internal static class NoOverride
{
    private const string Rights = "-dac_override,-dac_read_search";

    /// <summary>Why this is not possible here, or null.</summary>
    public static string? WhyNot { get; } = FindWhyNot();

    /// <summary>The command that drops the right to override modes and then executes another command.</summary>
    public static IReadOnlyList<string> Through => Environment.IsPrivilegedProcess ? ["setpriv", "--bounding-set", Rights, "--inh-caps", Rights] : [];

    private static string? FindWhyNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Modes of files are Unix's.";
        }

        if (Through.Count == 0)
        {
            return null;
        }

        try
        {
            using var trial = Process.Start(new ProcessStartInfo(Through[0], [.. Through.Skip(1), "true"]) { RedirectStandardError = true })!;
            var why = trial.StandardError.ReadToEnd();
            trial.WaitForExit();
            return trial.ExitCode == 0 ? null : $"root cannot be told to obey modes here: {why.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"There is no setpriv (util-linux): {exception.Message}";
        }
    }
}
