using Microsoft.Data.Sqlite;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>The meaning of SQLite's result codes (https://sqlite.org/rescode.html).</summary>
internal static class SqliteTroubles
{
    /// <summary>SQLITE_IOERR_SHMSIZE: no space for the index of the write-ahead log (https://sqlite.org/rescode.html#ioerr_shmsize).</summary>
    private const int NoRoomForLogIndex = 4874;

    /// <summary>The problem reported by this exception, without its inner ones. Null for anything else.</summary>
    public static DatabaseTrouble? Of(Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: NoRoomForLogIndex } => DatabaseTrouble.Full,
        SqliteException sqlite => OfCode(sqlite.SqliteErrorCode),
        _ => null,
    };

    // Any other code there is a bug in a statement.
    private static DatabaseTrouble? OfCode(int code) => code switch
    {
        5 or 6 => DatabaseTrouble.Busy, // BUSY, LOCKED
        13 => DatabaseTrouble.Full,
        8 => DatabaseTrouble.ReadOnly,
        3 or 10 or 11 or 14 or 22 or 23 or 26 => DatabaseTrouble.Unreadable, // PERM, IOERR, CORRUPT, CANTOPEN, NOLFS, AUTH, NOTADB
        _ => null,
    };
}
