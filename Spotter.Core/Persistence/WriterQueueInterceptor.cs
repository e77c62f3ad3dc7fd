using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Spotter.Core.Persistence;

/// <summary>
/// Puts every write of a context into the queue: a transaction from begin to end, and a single statement while it runs. In any case the turn
/// ends when the connection closes. Read-only transactions are begun without EF and do not queue.
/// </summary>
internal sealed class WriterQueueInterceptor(WriterQueue queue) : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    public async ValueTask<InterceptionResult<DbTransaction>> TransactionStartingAsync(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result, CancellationToken cancellationToken = default)
    {
        await queue.EnterAsync(eventData.ConnectionId, cancellationToken);
        return result;
    }

    public InterceptionResult<DbTransaction> TransactionStarting(
        DbConnection connection, TransactionStartingEventData eventData, InterceptionResult<DbTransaction> result)
    {
        queue.EnterAsync(eventData.ConnectionId, CancellationToken.None).GetAwaiter().GetResult();
        return result;
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        => LeaveAsync(eventData.ConnectionId);

    public void TransactionCommitted(DbTransaction transaction, TransactionEndEventData eventData) => queue.Leave(eventData.ConnectionId);

    public Task TransactionRolledBackAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
        => LeaveAsync(eventData.ConnectionId);

    public void TransactionRolledBack(DbTransaction transaction, TransactionEndEventData eventData) => queue.Leave(eventData.ConnectionId);

    public async ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        if (IsOnItsOwn(command, eventData))
        {
            await queue.EnterAsync(eventData.ConnectionId, cancellationToken);
        }

        return result;
    }

    public InterceptionResult<int> NonQueryExecuting(DbCommand command, CommandEventData eventData, InterceptionResult<int> result)
    {
        if (IsOnItsOwn(command, eventData))
        {
            queue.EnterAsync(eventData.ConnectionId, CancellationToken.None).GetAwaiter().GetResult();
        }

        return result;
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        End(command, eventData);
        return ValueTask.FromResult(result);
    }

    public int NonQueryExecuted(DbCommand command, CommandExecutedEventData eventData, int result)
    {
        End(command, eventData);
        return result;
    }

    public Task CommandFailedAsync(DbCommand command, CommandErrorEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command, eventData);
        return Task.CompletedTask;
    }

    public void CommandFailed(DbCommand command, CommandErrorEventData eventData) => End(command, eventData);

    public Task CommandCanceledAsync(DbCommand command, CommandEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End(command, eventData);
        return Task.CompletedTask;
    }

    public void CommandCanceled(DbCommand command, CommandEndEventData eventData) => End(command, eventData);

    public Task ConnectionClosedAsync(DbConnection connection, ConnectionEndEventData eventData) => LeaveAsync(eventData.ConnectionId);

    public void ConnectionClosed(DbConnection connection, ConnectionEndEventData eventData) => queue.Leave(eventData.ConnectionId);

    public Task ConnectionDisposedAsync(DbConnection connection, ConnectionEndEventData eventData) => LeaveAsync(eventData.ConnectionId);

    public void ConnectionDisposed(DbConnection connection, ConnectionEndEventData eventData) => queue.Leave(eventData.ConnectionId);

    /// <summary>SaveChanges always runs in a transaction. These two do not, unless the caller began one.</summary>
    private static bool IsOnItsOwn(DbCommand command, CommandEventData eventData)
        => command.Transaction is null && (eventData.CommandSource is CommandSource.ExecuteUpdate or CommandSource.ExecuteDelete);

    private void End(DbCommand command, CommandEventData eventData)
    {
        if (IsOnItsOwn(command, eventData))
        {
            queue.Leave(eventData.ConnectionId);
        }
    }

    private Task LeaveAsync(Guid writer)
    {
        queue.Leave(writer);
        return Task.CompletedTask;
    }
}
