using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.Extensions.Logging;

namespace Spotter.Core.Persistence;

/// <summary>The one way in which contexts are wired to an SQLite file: with the queue of its writers, and with lists of any length as parameters.</summary>
public static class SqliteDatabase
{
    /// <summary>For how long the queue of writers may stand still before those in it give up.</summary>
    public static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    /// <summary>Wires a context to the file. All contexts made from these options share one queue.</summary>
    /// <param name="options">What is being built.</param>
    /// <param name="connectionString">The file, and how it is opened.</param>
    /// <param name="queue">The queue of its writers; null for one of its own.</param>
    public static DbContextOptionsBuilder UseSpotterSqlite(this DbContextOptionsBuilder options, string connectionString, WriterQueue? queue = null)
        => options
            // A list is one parameter, as JSON: SQLite takes 32,766 parameters, and a playlist may have more tracks.
            .UseSqlite(connectionString, sqlite => sqlite.UseParameterizedCollectionMode(ParameterTranslationMode.Parameter))
            .AddInterceptors(new WriterQueueInterceptor(queue ?? new WriterQueue(Patience, TimeProvider.System)))
            // Whoever meets the exception tells it, once and in a sentence; a full disk would fill the log with traces else.
            .ConfigureWarnings(warnings => warnings.Log(
                (RelationalEventId.CommandError, LogLevel.Debug), (RelationalEventId.ConnectionError, LogLevel.Debug),
                (RelationalEventId.TransactionError, LogLevel.Debug), (CoreEventId.SaveChangesFailed, LogLevel.Debug), (CoreEventId.QueryIterationFailed, LogLevel.Debug)));
}
