using System.Data.Common;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>A disk that is full from one commit on, until somebody makes room. What was stored can be read.</summary>
/// <param name="commit">The first commit that fails, from 1.</param>
internal sealed class FullDisk(int commit) : IDbTransactionInterceptor, IDbCommandInterceptor
{
    private int _tried;
    private bool _hasRoom;

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
