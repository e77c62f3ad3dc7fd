using Spotter.Core.Persistence.Sqlite;

namespace Spotter.Core.Persistence;

/// <summary>Recognises problems of the database or its disk in any exception.</summary>
public static class DatabaseTroubles
{
    /// <summary>Unix EFBIG, "file too large": the system does not let the file grow.</summary>
    public const int FileTooLarge = 27;

    /// <summary>Unix "No space left on device", "quota exceeded" and "file too large", and the two disk-full errors of Windows.</summary>
    private static readonly int[] NoRoom = [28, 122, FileTooLarge, unchecked((int)0x80070070), unchecked((int)0x80070027)];

    /// <summary>Unix "Read-only file system".</summary>
    private const int ReadOnlyFileSystem = 30;

    /// <summary>The problem behind an exception. Null for anything else, such as a bug.</summary>
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
