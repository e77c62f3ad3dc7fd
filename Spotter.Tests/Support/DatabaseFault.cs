using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Spotter.Core.Persistence;

namespace Spotter.Tests.Support;

/// <summary>Takes the free space or the write permission away from a test's database until the fault is ended.</summary>
internal sealed class DatabaseFault : IDbConnectionInterceptor
{
    /// <summary>The fault of connections that are opened from now on; null ends it.</summary>
    public DatabaseTrouble? Trouble { get; set; }

    public void ConnectionOpened(DbConnection connection, ConnectionEndEventData eventData)
    {
        using var command = connection.CreateCommand();
        command.CommandText = Trouble switch
        {
            null => "PRAGMA query_only = 0; PRAGMA max_page_count = 1073741823;",
            DatabaseTrouble.Full => "PRAGMA max_page_count = 1;", // no more pages than it already has
            DatabaseTrouble.ReadOnly => "PRAGMA query_only = 1;",
            _ => throw new InvalidOperationException("Others are made by whoever holds the file."),
        };
        command.ExecuteNonQuery();
    }

    public Task ConnectionOpenedAsync(DbConnection connection, ConnectionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        ConnectionOpened(connection, eventData);
        return Task.CompletedTask;
    }
}
