using Microsoft.EntityFrameworkCore.Storage;
using Npgsql;

namespace Spotter.PostgreSql;

/// <summary>
/// Repeats what the database refused because another transaction was quicker. Nothing else is repeated: after a lost connection nobody knows whether
/// the commit arrived.
/// </summary>
internal sealed class ConflictRetries(ExecutionStrategyDependencies dependencies) : ExecutionStrategy(dependencies, MostRetries, LongestDelay)
{
    /// <summary>With the delays below about half a minute, which is how long a writer waits for its turn at a file.</summary>
    private const int MostRetries = 60;

    /// <summary>
    /// Two that insert the same key may get a unique violation. The next attempt finds the row of the other one. If it does not, the violation is a
    /// bug and is soon reported.
    /// </summary>
    private const int MostDoubles = 3;

    private static readonly TimeSpan LongestDelay = TimeSpan.FromMilliseconds(800);

    private static readonly TimeSpan FirstDelay = TimeSpan.FromMilliseconds(5);

    /// <summary>Whether the work would have succeeded on its own: serialization_failure, deadlock_detected.</summary>
    internal static bool IsConflict(Exception exception)
        => exception is PostgresException { SqlState: PostgresErrorCodes.SerializationFailure or PostgresErrorCodes.DeadlockDetected };

    protected override bool ShouldRetryOn(Exception exception)
        => IsConflict(exception)
            || (exception is PostgresException { SqlState: PostgresErrorCodes.UniqueViolation } && ExceptionsEncountered.Count <= MostDoubles);

    protected override TimeSpan? GetNextDelay(Exception lastException)
    {
        // Random, so that those who collided do not collide again.
        var attempt = ExceptionsEncountered.Count - 1;
        var most = Math.Min(LongestDelay.TotalMilliseconds, FirstDelay.TotalMilliseconds * Math.Pow(2, attempt));
        return attempt < MostRetries ? TimeSpan.FromMilliseconds(most * (0.5 + (Random.Shared.NextDouble() / 2))) : null;
    }
}
