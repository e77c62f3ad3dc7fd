using System.Diagnostics;
using System.Globalization;

namespace Spotter.Tests.Support;

/// <summary>
/// A file system of a few megabytes in memory. It is mounted in its own namespace, which needs no rights on a Linux that lets everybody
/// create one. Only processes that enter the namespace see it, and it disappears with the process that holds it.
/// </summary>
internal sealed class SmallDisk : IAsyncDisposable
{
    private const int NoSpaceLeft = 28;

    private static readonly string[] Own = Environment.IsPrivilegedProcess ? ["-m"] : ["-U", "-r", "-m"];

    private readonly TemporaryFolder _place = new();
    private readonly Process _holder;

    private SmallDisk(int megabytes)
        => _holder = Process.Start(new ProcessStartInfo("unshare",
        [
            .. Own, "sh", "-c", "mount -t tmpfs -o \"size=$1,mode=0777\" spotter \"$2\" && exec sleep 3600", "sh",
            string.Create(CultureInfo.InvariantCulture, $"{megabytes}m"), _place.Path,
        ]))!;

    /// <summary>Why it cannot be mounted here, or null.</summary>
    public static string? WhyNot { get; } = FindWhyNot();

    /// <summary>The path of the disk inside the namespace.</summary>
    public string Path => _place.Path;

    /// <summary>The command that enters the namespace and then executes another command.</summary>
    public IReadOnlyList<string> Enter => Environment.IsPrivilegedProcess
        ? ["nsenter", "-t", Holder, "-m"]
        : ["nsenter", "-t", Holder, "-U", "-m", "--preserve-credentials"];

    private string Holder => _holder.Id.ToString(CultureInfo.InvariantCulture);

    public static async Task<SmallDisk> MountAsync(int megabytes)
    {
        var disk = new SmallDisk(megabytes);
        await Eventually.HoldsAsync("the disk is mounted", () => Task.FromResult(disk.IsMounted()), TimeSpan.FromSeconds(20));
        return disk;
    }

    /// <summary>The path of a file on the disk, for this process.</summary>
    public string File(string name) => $"/proc/{_holder.Id}/root{Path}/{name}";

    public void Fill()
    {
        using var ballast = new FileStream(File("ballast"), FileMode.Append, FileAccess.Write, FileShare.ReadWrite, bufferSize: 0);
        var block = new byte[4096];
        try
        {
            while (true)
            {
                ballast.Write(block);
            }
        }
        catch (IOException full) when (full.HResult == NoSpaceLeft)
        {
            // This is what we wanted: the disk is full.
        }
    }

    public void MakeRoom() => System.IO.File.Delete(File("ballast"));

    public async ValueTask DisposeAsync()
    {
        if (!_holder.HasExited)
        {
            _holder.Kill();
            await _holder.WaitForExitAsync();
        }

        _holder.Dispose();
        _place.Dispose();
    }

    private static string? FindWhyNot()
    {
        if (!OperatingSystem.IsLinux())
        {
            return "Only Linux has disks for one process alone.";
        }

        try
        {
            using var trial = Process.Start(new ProcessStartInfo("unshare", [.. Own, "mount", "-t", "tmpfs", "spotter", System.IO.Path.GetTempPath()]) { RedirectStandardError = true })!;
            var why = trial.StandardError.ReadToEnd();
            trial.WaitForExit();
            return trial.ExitCode == 0 ? null : $"This system mounts nothing for tests: {why.Trim()}";
        }
        catch (System.ComponentModel.Win32Exception exception)
        {
            return $"There is no unshare (util-linux): {exception.Message}";
        }
    }

    private bool IsMounted()
    {
        if (_holder.HasExited)
        {
            throw new InvalidOperationException("The disk could not be mounted.");
        }

        return System.IO.File.ReadLines($"/proc/{_holder.Id}/mounts").Any(line => line.StartsWith("spotter ", StringComparison.Ordinal));
    }
}
