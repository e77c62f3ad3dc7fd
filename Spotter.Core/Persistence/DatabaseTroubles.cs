using System.Data.Common;
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
        DbException { SqlState: { } state } => OfState(state),
        DbException { IsTransient: true } => DatabaseTrouble.Away, // the connection failed, so there is no state
        _ => SqliteTroubles.Of(exception),
    };

    // The classes are SQL's, most states in them PostgreSQL's: https://www.postgresql.org/docs/current/errcodes-appendix.html.
    private static DatabaseTrouble? OfState(string state) => state switch
    {
        "40001" or "40P01" or "55P03" or "53300" => DatabaseTrouble.Busy, // serialization failure, deadlock, lock not available, too many connections
        "53100" => DatabaseTrouble.Full,
        "25006" or "42501" => DatabaseTrouble.ReadOnly, // read-only transaction, insufficient privilege
        "57P01" or "57P02" or "57P03" => DatabaseTrouble.Away, // the server stops, has crashed, is not ready yet
        "3D000" or "58030" or "XX001" or "XX002" => DatabaseTrouble.Unreadable, // no such database, I/O error, damaged data, damaged index
        _ => state[..2] switch
        {
            "08" => DatabaseTrouble.Away, // connection exceptions
            "28" => DatabaseTrouble.Unreadable, // our name or password
            _ => null,
        },
    };
}
