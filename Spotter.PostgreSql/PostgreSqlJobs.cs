using Hangfire;
using Hangfire.PostgreSql;
using Hangfire.PostgreSql.Factories;

namespace Spotter.PostgreSql;

/// <summary>Hangfire's jobs in the same database, in a schema of their own.</summary>
public static class PostgreSqlJobs
{
    /// <summary>
    /// A worker reports that it is alive more often than this. Jobs of one that is gone are then taken by others, who find nothing to do if the run
    /// has been resumed already.
    /// </summary>
    private static readonly TimeSpan Silence = TimeSpan.FromMinutes(5);

    /// <summary>Opens the storage. Missing tables are created.</summary>
    /// <param name="engine">The database.</param>
    /// <param name="poll">How often workers look for jobs. They are also notified of new ones at once.</param>
    /// <param name="keptFor">How long a finished job is shown.</param>
    public static JobStorage Open(PostgreSqlEngine engine, TimeSpan poll, TimeSpan keptFor)
    {
        var options = new PostgreSqlStorageOptions
        {
            QueuePollInterval = poll,
            EnableLongPolling = true,
            InvisibilityTimeout = Silence,
            UseSlidingInvisibilityTimeout = true,
        };
        return new PostgreSqlStorage(new NpgsqlConnectionFactory(engine.ConnectionString, options), options) { JobExpirationTimeout = keptFor };
    }
}
