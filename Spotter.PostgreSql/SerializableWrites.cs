using System.Data;
using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Spotter.PostgreSql;

/// <summary>
/// Makes every write serializable: transactions, and single statements, which get a transaction of their own. The database then refuses whatever
/// could not have happened one after the other (https://www.postgresql.org/docs/current/transaction-iso.html#XACT-SERIALIZABLE). It guarantees this
/// only among serializable transactions, so none is left out. Reads outside of a transaction see what is committed.
/// </summary>
internal sealed class SerializableWrites : IDbTransactionInterceptor, IDbCommandInterceptor
{
    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
        => IsWrite(eventData)
            ? InterceptionResult<DbTransaction>.SuppressWithResult(await connection.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken))
            : result;

    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
        => IsWrite(eventData) ? InterceptionResult<DbTransaction>.SuppressWithResult(connection.BeginTransaction(IsolationLevel.Serializable)) : result;

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (!IsOnItsOwn(command, eventData))
        {
            return result;
        }

        await using var transaction = await command.Connection!.BeginTransactionAsync(IsolationLevel.Serializable, cancellationToken);
        command.Transaction = transaction;
        var rows = await command.ExecuteNonQueryAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
        return InterceptionResult<int>.SuppressWithResult(rows);
    }

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (!IsOnItsOwn(command, eventData))
        {
            return result;
        }

        using var transaction = command.Connection!.BeginTransaction(IsolationLevel.Serializable);
        command.Transaction = transaction;
        var rows = command.ExecuteNonQuery();
        transaction.Commit();
        return InterceptionResult<int>.SuppressWithResult(rows);
    }

    /// <summary>Only reads state an isolation level.</summary>
    private static bool IsWrite(TransactionStartingEventData eventData) => eventData.IsolationLevel == IsolationLevel.Unspecified;

    private static bool IsOnItsOwn(DbCommand command, CommandEventData eventData)
        => command.Transaction is null && eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete;
}
