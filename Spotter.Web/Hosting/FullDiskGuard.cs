using System.Runtime.InteropServices;

namespace Spotter.Web.Hosting;

/// <summary>What would end the process, or its log for good, where a file can take no more.</summary>
public static class FullDiskGuard
{
    /// <summary>SIGXFSZ of Linux and macOS: a file has reached the size that the system allows (ulimit -f).</summary>
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    // It lasts as long as somebody holds it.
    private static PosixSignalRegistration? _registration;

    /// <summary>Writing beyond such a limit is an error of that write from now on, and what the console cannot take is lost alone.</summary>
    public static void Survive()
    {
        Console.SetOut(new FailSafeWriter(Console.Out));
        Console.SetError(new FailSafeWriter(Console.Error));
        if (!OperatingSystem.IsWindows())
        {
            _registration ??= PosixSignalRegistration.Create(FileTooLarge, context => context.Cancel = true);
        }
    }
}
