using System.Collections.Concurrent;
using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Diagnostics;
using Microsoft.EntityFrameworkCore.Storage;

namespace Spotter.Tests.Support;

/// <summary>
/// A database on which another writer always wins: the first commit of every transaction fails and the transaction is repeated, as on an
/// engine with several writers. This reveals everything that a transaction does twice.
/// </summary>
internal sealed class Conflicts : DbTransactionInterceptor
{
    private readonly ConcurrentDictionary<DbContext, bool> _refused = new(ReferenceEqualityComparer.Instance);
    private int _count;

    /// <summary>Whether every host of Core has such a database (SPOTTER_CONFLICTS=1).</summary>
    public static bool AreWanted { get; } = Environment.GetEnvironmentVariable("SPOTTER_CONFLICTS") == "1";

    /// <summary>The number of failed commits.</summary>
    public int Count => _count;

    public static void Retry(DbContextOptionsBuilder options) => options.ReplaceService<IExecutionStrategyFactory, Strategies>();

    public override ValueTask<InterceptionResult> TransactionCommittingAsync(
        DbTransaction transaction, TransactionEventData eventData, InterceptionResult result, CancellationToken cancellationToken = default)
    {
        // The second attempt succeeds. The next transaction of the same context fails again.
        if (_refused.TryRemove(eventData.Context!, out _))
        {
            return ValueTask.FromResult(result);
        }

        _refused[eventData.Context!] = true;
        Interlocked.Increment(ref _count);
        throw new Conflict();
    }

    private sealed class Conflict() : Exception("Somebody else was quicker.");

    private sealed class Strategies(ExecutionStrategyDependencies dependencies) : IExecutionStrategyFactory
    {
        public IExecutionStrategy Create() => new Strategy(dependencies);
    }

    private sealed class Strategy(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, maxRetryCount: 1, TimeSpan.Zero)
    {
        protected override bool ShouldRetryOn(Exception exception) => exception is Conflict;
    }
}
