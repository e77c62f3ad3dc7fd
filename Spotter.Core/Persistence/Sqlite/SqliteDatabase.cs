using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Persistence.Sqlite;

/// <summary>Configures a context for an SQLite file, for code without a configuration that chooses the engine.</summary>
public static class SqliteDatabase
{
    /// <summary>Configures a context for the file. All contexts with these options share one queue of writers.</summary>
    /// <param name="options">The options to build.</param>
    /// <param name="connectionString">The file, and how to open it.</param>
    /// <param name="queue">The queue of its writers. Null creates one.</param>
    public static DbContextOptionsBuilder UseSpotterSqlite(this DbContextOptionsBuilder options, string connectionString, WriterQueue? queue = null)
        => options.UseEngine(new SqliteEngine(connectionString, queue));
}
