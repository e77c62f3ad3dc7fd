using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Persistence;

/// <summary>
/// The one way in which something is read from the database and written on the strength of it. Nobody else's write comes in between: an engine with one
/// writer makes the others wait, an engine with many finds out at the commit and has the work done once more.
/// </summary>
public static class DatabaseTransactions
{
    extension(IDbContextFactory<SpotterDbContext> contexts)
    {
        /// <summary>
        /// Does the work in a transaction, and commits it. Where somebody else has changed what it relies on, all of it is done once more, in an empty context. So
        /// it must do nothing outside of the context that may not be done twice: events and nudges follow after the commit. Work that must not be stored after all
        /// ends the transaction by <c>db.Database.RollbackTransactionAsync</c>.
        /// </summary>
        /// <param name="work">What to read and write. It saves what it has changed in the context.</param>
        /// <param name="cancellationToken">Stops before the commit; then nothing has changed.</param>
        /// <returns>What the work returns.</returns>
        public async Task<T> WriteAsync<T>(Func<SpotterDbContext, Task<T>> work, CancellationToken cancellationToken)
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            return await db.Database.CreateExecutionStrategy().ExecuteAsync(
                async ct =>
                {
                    // What an earlier attempt has tracked is not what the database holds.
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

        /// <summary>Reads several things as they are at one moment. No writer waits meanwhile.</summary>
        /// <param name="read">What to read.</param>
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
    }
}
