using Microsoft.Data.Sqlite;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>What SQLite's codes mean (https://sqlite.org/rescode.html).</summary>
internal static class SqliteTroubles
{
    /// <summary>SQLITE_IOERR_SHMSIZE: no room for the index of the write-ahead log (https://sqlite.org/rescode.html#ioerr_shmsize).</summary>
    private const int NoRoomForLogIndex = 4874;

    /// <summary>The trouble behind this exception alone, or null.</summary>
    public static DatabaseTrouble? Of(Exception exception) => exception switch
    {
        SqliteException { SqliteExtendedErrorCode: NoRoomForLogIndex } => DatabaseTrouble.Full,
        SqliteException sqlite => OfCode(sqlite.SqliteErrorCode),
        _ => null,
    };

    // What is not listed there as a matter of the file is a bug in a statement.
    private static DatabaseTrouble? OfCode(int code) => code switch
    {
        5 or 6 => DatabaseTrouble.Busy, // BUSY, LOCKED
        13 => DatabaseTrouble.Full,
        8 => DatabaseTrouble.ReadOnly,
        3 or 10 or 11 or 14 or 22 or 23 or 26 => DatabaseTrouble.Unreadable, // PERM, IOERR, CORRUPT, CANTOPEN, NOLFS, AUTH, NOTADB
        _ => null,
    };
}
