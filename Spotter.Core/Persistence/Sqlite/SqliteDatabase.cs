using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>A context on an SQLite file, for whoever has no configuration to choose an engine by.</summary>
public static class SqliteDatabase
{
    /// <summary>Wires a context to the file. All contexts made from these options share one queue.</summary>
    /// <param name="options">What is being built.</param>
    /// <param name="connectionString">The file, and how it is opened.</param>
    /// <param name="queue">The queue of its writers; null for one of its own.</param>
    public static DbContextOptionsBuilder UseSpotterSqlite(this DbContextOptionsBuilder options, string connectionString, WriterQueue? queue = null)
        => options.UseEngine(new SqliteEngine(connectionString, queue));
}
