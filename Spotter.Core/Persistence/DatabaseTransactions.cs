using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Persistence;

/// <summary>
/// The only way to read from the database and write based on the result. No other write can happen in between: an engine with one writer
/// makes the others wait, and an engine with many detects the conflict at the commit and repeats the work.
/// </summary>
public static class DatabaseTransactions
{
    extension(IDbContextFactory<SpotterDbContext> contexts)
    {
        /// <summary>
        /// Does the work in a transaction and commits it. If another write has changed what it read, all of it is repeated in an empty
        /// context. So the work must have no side effects outside the context: publish events and nudges after the commit. To store nothing
        /// after all, roll back with <c>db.Database.RollbackTransactionAsync</c>.
        /// </summary>
        /// <param name="work">Reads and writes. It must save its changes.</param>
        /// <param name="cancellationToken">Stops before the commit. Then nothing has changed.</param>
        /// <returns>The result of the work.</returns>
        public async Task<T> WriteAsync<T>(Func<SpotterDbContext, Task<T>> work, CancellationToken cancellationToken)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async ct =>
                {
                    // Entities tracked by an earlier attempt may differ from the database.
                    db.ChangeTracker.Clear();
                    await using var transaction = await db.Database.BeginTransactionAsync(ct);
                    var result = await work(db);
                    if (db.Database.CurrentTransaction is not null)
                    {
                        await transaction.CommitAsync(ct);
                    }

                    return result;
                },
                cancellationToken);
        }

        /// <inheritdoc cref="WriteAsync{T}"/>
        public Task WriteAsync(Func<SpotterDbContext, Task> work, CancellationToken cancellationToken)
            => contexts.WriteAsync(
                async db =>
                {
                    await work(db);
                    return true;
                },
                cancellationToken);

        /// <summary>Reads several things in the state of one moment. Writers need not wait for it.</summary>
        /// <param name="read">Reads from the context.</param>
        /// <param name="cancellationToken">Stops between two reads.</param>
        public async Task<T> ReadAsync<T>(Func<SpotterDbContext, Task<T>> read, CancellationToken cancellationToken)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async ct =>
                {
                    await using var transaction = await db.Engine.BeginReadAsync(db, ct);
                    return await read(db);
                },
                cancellationToken);
        }

        /// <inheritdoc cref="IDatabaseEngine.TakeTurnAsync"/>
        public async Task<IAsyncDisposable> TakeTurnAsync(string name, CancellationToken cancellationToken)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Engine.TakeTurnAsync(name, cancellationToken);
        }
    }
}
