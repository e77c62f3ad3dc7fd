using Spotter.Core.Persistence.Sqlite;

namespace Spotter.Core.Persistence;

/// <summary>Knows a trouble of the database or its disk in whatever exception it arrives.</summary>
public static class DatabaseTroubles
{
    /// <summary>EFBIG, "file too large", of Unix: the system lets a file grow no further.</summary>
    public const int FileTooLarge = 27;

    /// <summary>"No space left on device", "quota exceeded" and "file too large" of Unix, and the two of Windows.</summary>
    private static readonly int[] NoRoom = [28, 122, FileTooLarge, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>"Read-only file system" of Unix.</summary>
    private const int ReadOnlyFileSystem = 30;

    /// <summary>The trouble behind an exception, or null where it is something else: a bug, or no matter of the database.</summary>
    public static DatabaseTrouble? Of(Exception exception)
    {
        for (var cause = exception; cause is not null; cause = cause.InnerException)
        {
            if (OfOne(cause) is { } trouble)
            {
                return trouble;
            }
        }

        return null;
    }

    private static DatabaseTrouble? OfOne(Exception exception) => exception switch
    {
        DatabaseBusyException => DatabaseTrouble.Busy,
        IOException io when NoRoom.Contains(io.HResult) => DatabaseTrouble.Full,
        IOException { HResult: ReadOnlyFileSystem } => DatabaseTrouble.ReadOnly,
        _ => SqliteTroubles.Of(exception),
    };
}
