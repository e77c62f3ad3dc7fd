using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;
using SQLitePCL;

namespace Spotter.Tests.Support;

/// <summary>Counts the work that SQLite does: instructions of its virtual machine, changed rows, and statements. Bulk commands count
/// too.</summary>
internal sealed class DatabaseWork : DbConnectionInterceptor
{
    /// <summary>SQLite calls back each time a statement has executed this many instructions.</summary>
    private const int Grain = 50;

    private readonly ConcurrentQueue<string> _statements = new();
    private readonly ConcurrentDictionary<string, int> _changes = new(StringComparer.Ordinal);
    private long _instructions;

    /// <summary>Instructions of SQLite's virtual machine, rounded to fifty per statement.</summary>
    public long Instructions => Interlocked.Read(ref _instructions);

    /// <summary>The statements in order, as they were prepared.</summary>
    public IReadOnlyList<string> Statements => [.. _statements];

    /// <summary>Rows of the table that were added, changed or removed, including those removed with their playlist.</summary>
    public int ChangesOf(string table) => _changes.GetValueOrDefault(table);

    public void Forget()
    {
        Interlocked.Exchange(ref _instructions, 0);
        _statements.Clear();
        _changes.Clear();
    }

    public override void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData) => Watch(connection);

    public override Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        Watch(connection);
        return Task.CompletedTask;
    }

    private void Watch(DbConnection connection)
    {
        var handle = ((SqliteConnection)connection).Handle;
        raw.sqlite3_progress_handler(handle, Grain, _ => Interlocked.Add(ref _instructions, Grain) < 0 ? 1 : 0, null);
        raw.sqlite3_update_hook(handle, (_, _, _, table, _) => _changes.AddOrUpdate(table.utf8_to_string(), 1, (_, count) => count + 1), null);
        raw.sqlite3_trace(handle, (_, statement) => _statements.Enqueue(statement.utf8_to_string()), null);
    }
}
