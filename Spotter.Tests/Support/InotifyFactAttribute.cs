using System.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>A test of a process that cannot watch any file. It is skipped where the limit cannot be set for one process alone.</summary>
[AttributeUsage(AttributeTargets.Method)]
internal sealed class InotifyFactAttribute : FactAttribute
{
    public InotifyFactAttribute() => Skip = WhyNot;

    /// <summary>The command that sets the limit to zero and then executes another command.</summary>
    public static IReadOnlyList<string> Through { get; } =
        ["unshare", "-U", "-r", "sh", "-c", "echo 0 > /proc/sys/user/max_inotify_instances && exec \"$@\"", "sh"];

    private static string? WhyNot { get; } = FindWhyNot();

    private static string? FindWhyNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Only Linux has such a limit.";
        }

        try
        {
            using var trial = Process.Start(new ProcessStartInfo(Through[0], [.. Through.Skip(1), "true"]) { RedirectStandardError = true })!;
            var why = trial.StandardError.ReadToEnd();
            trial.WaitForExit();
            return trial.ExitCode == 0 ? null : $"This system gives no namespace to tests: {why.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"There is no unshare (util-linux): {exception.Message}";
        }
    }
}
