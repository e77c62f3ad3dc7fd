using System.Data.Common;
using Microsoft.EntityFrameworkCore.Diagnostics;

namespace Spotter.Tests.Support;

/// <summary>
/// Simulates the end of the process at one of its commits: that commit is the last thing that happens, or the first that does not. After
/// it, nothing from the process reaches the database or, through <see cref="Check"/>, the server.
/// </summary>
/// <param name="commit">Which commit, from 1. If it is never reached, the process survives.</param>
/// <param name="isStored">Whether that commit is still stored.</param>
internal sealed class PowerCut(int commit, bool isStored) : IDbTransactionInterceptor, IDbCommandInterceptor, IDbConnectionInterceptor
{
    private bool _isOut;

    /// <summary>The number of commits so far.</summary>
    public int Commits { get; private set; }

    /// <summary>A process that survives and whose commits are counted.</summary>
    public static PowerCut Never => new(int.MaxValue, isStored: true);

    /// <summary>Whether the power is out.</summary>
    public bool IsOut => _isOut;

    /// <exception cref="PowerCutException">The power is out.</exception>
    public void Check()
    {
        if (_isOut)
        {
            throw new PowerCutException();
        }
    }

    public ValueTask<InterceptionResult> ConnectionOpeningAsync(
        DbConnection connection, ConnectionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Check();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        Begin();
        return ValueTask.FromResult(result);
    }

    public Task TransactionCommittedAsync(DbTransaction transaction, TransactionEndEventData eventData, CancellationToken cancellationToken = default)
    {
        End();
        return Task.CompletedTask;
    }

    public ValueTask<InterceptionResult<DbDataReader>> ReaderExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<DbDataReader> result, CancellationToken cancellationToken = default)
    {
        Check();
        return ValueTask.FromResult(result);
    }

    public ValueTask<InterceptionResult<int>> NonQueryExecutingAsync(
        DbCommand command, CommandEventData eventData, InterceptionResult<int> result, CancellationToken cancellationToken = default)
    {
        Check();
        if (command.Transaction is null)
        {
            Begin();
        }

        return ValueTask.FromResult(result);
    }

    public ValueTask<int> NonQueryExecutedAsync(DbCommand command, CommandExecutedEventData eventData, int result, CancellationToken cancellationToken = default)
    {
        if (command.Transaction is null)
        {
            End();
        }

        return ValueTask.FromResult(result);
    }

    private void Begin()
    {
        Check();
        if (!isStored && Commits + 1 == commit)
        {
            _isOut = true;
            throw new PowerCutException();
        }
    }

    private void End()
    {
        Commits++;
        if (isStored && Commits == commit)
        {
            _isOut = true;
            throw new PowerCutException();
        }
    }
}
