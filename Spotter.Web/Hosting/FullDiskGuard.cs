using System.Runtime.InteropServices;

namespace Spotter.Web.Hosting;

/// <summary>Prevents a full disk or a file size limit from ending the process, or its log for good.</summary>
public static class FullDiskGuard
{
    /// <summary>SIGXFSZ on Linux and macOS: a file has reached the size limit (ulimit -f).</summary>
    private const PosixSignal FileTooLarge = (PosixSignal)25;

    // The registration lasts as long as it is referenced.
    private static PosixSignalRegistration? _registration;

    /// <summary>From now on, exceeding such a limit is only an error of that write, and only what the console cannot take is
    /// lost.</summary>
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
