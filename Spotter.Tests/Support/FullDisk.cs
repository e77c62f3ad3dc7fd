using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>A disk on which there is no room left from one commit on, until somebody makes room. What was stored can be read.</summary>
/// <param name="commit">The first commit for which there is none, from 1.</param>
internal sealed class FullDisk(int commit) : IDbTransactionInterceptor, IDbCommandInterceptor
{
    private int _tried;
    private bool _hasRoom;

    /// <summary>Somebody makes room.</summary>
    public void MakeRoom() => _hasRoom = true;

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Take();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            Take();
        }

        return ValueTask.FromResult(result);
    }

    private void Take()
    {
        if (!_hasRoom && ++_tried >= commit)
        {
            throw new SqliteException("SQLite Error 13: 'database or disk is full'.", 13);
        }
    }
}
