using Hangfire;
using Hangfire.InMemory;
using Hangfire.States;
using Hangfire.Storage.SQLite;
using Microsoft.Extensions.Options;
using Spotter.Core.Persistence;
using Spotter.Core.Settings;
using Spotter.PostgreSql;
using Spotter.Web.Settings;
using SQLite;

namespace Spotter.Web.Jobs;

/// <summary>Chooses where Hangfire keeps its jobs, which no other file knows. Jobs may be lost at any time: the requests are in our own
/// database, and are queued again at start.</summary>
public static partial class JobStorageSetup
{
    /// <summary>So that a click starts its run within half a second. The storage's default of fifteen seconds would be noticed every
    /// time.</summary>
    private static readonly TimeSpan QueuePollInterval = TimeSpan.FromMilliseconds(500);

    /// <summary>Long enough to see in the dashboard what happened overnight, and short enough not to grow.</summary>
    private static readonly TimeSpan KeptFor = TimeSpan.FromHours(12);

    public static IServiceCollection AddJobStorage(this IServiceCollection services)
    {
        // The default follows the database. What is configured is bound after it.
        services.AddOptions<JobsOptions>().Configure<IServiceProvider>((options, provider) =>
            options.Storage = provider.GetService<SpotterSettings>()?.Database is PostgreSqlEngine ? JobStorageKind.PostgreSql : options.Storage);
        services.AddSettings<JobsOptions>(JobsOptions.Section);
        return services.AddSingleton<JobStorage>(provider => provider.GetRequiredService<IOptions<JobsOptions>>().Value.Storage switch
        {
            JobStorageKind.Memory => InMemory(),
            JobStorageKind.PostgreSql => OnServer(provider.GetRequiredService<SpotterSettings>().Database),
            JobStorageKind.Sqlite => InFile(
                provider.GetRequiredService<SpotterSettings>().JobsFile, provider.GetRequiredService<ILoggerFactory>().CreateLogger(typeof(JobStorageSetup))),
        });
    }

    /// <summary>What is wrong with the job storage's file, as a sentence. Null if the exception is something else.</summary>
    public static string? TroubleOf(Exception? exception) => exception switch
    {
        null => null,
        SQLiteException trouble => $"The file of the jobs: {trouble.Message}.",
        AggregateException many => many.InnerExceptions.Select(TroubleOf).FirstOrDefault(trouble => trouble is not null),
        _ => TroubleOf(exception.InnerException),
    };

    private static JobStorage OnServer(IDatabaseEngine database) => database is PostgreSqlEngine server
        ? PostgreSqlJobs.Open(server, QueuePollInterval, KeptFor)
        : throw new BadConfigurationException($"{JobsOptions.Section}:{nameof(JobsOptions.Storage)} is \"postgresql\", but the database is a file. Remove it, or name a PostgreSQL server in ConnectionStrings:Spotter.");

    private static InMemoryStorage InMemory() => new InMemoryStorage(new InMemoryStorageOptions { MaxExpirationTime = KeptFor });

    private static JobStorage InFile(string path, ILogger logger)
    {
        try
        {
            return Open(path);
        }
        catch (SQLiteException exception) when (exception.Result is SQLite3.Result.Corrupt or SQLite3.Result.NonDBFile)
        {
            var aside = path + ".damaged";
            Log.Damaged(logger, path, aside);
            File.Move(path, aside, overwrite: true);
            return InFile(path, logger);
        }
        catch (Exception exception) when (exception is SQLiteException or IOException or UnauthorizedAccessException)
        {
            // A read-only folder or a full disk: the history is not worth a failed start.
            Log.InMemory(logger, path, exception.Message);
            return InMemory();
        }
    }

    private static SQLiteStorage Open(string path)
    {
        Directory.CreateDirectory(Path.GetDirectoryName(path)!);
        MakePrivate(path);
        var storage = new SQLiteStorage(new SQLiteDbConnectionFactory(() => Connect(path)), new SQLiteStorageOptions { QueuePollInterval = QueuePollInterval })
        {
            JobExpirationTimeout = KeptFor,
        };
        SettleLeftovers(storage);
        return storage;
    }

    private static SQLiteConnection Connect(string path)
    {
        var connection = new SQLiteConnection(path, SQLiteOpenFlags.ReadWrite | SQLiteOpenFlags.Create | SQLiteOpenFlags.NoMutex) { BusyTimeout = TimeSpan.FromSeconds(10) };
        try
        {
            // Jobs need not survive a power cut, so none of them waits for the disk.
            connection.Execute("PRAGMA synchronous = NORMAL");
            return connection;
        }
        catch
        {
            connection.Dispose();
            throw;
        }
    }

    /// <summary>Only the owner may read the file, since it has names of playlists and users.</summary>
    private static void MakePrivate(string path)
    {
        if (!OperatingSystem.IsWindows() && !File.Exists(path))
        {
            using var made = new FileStream(
                path, new FileStreamOptions { Mode = FileMode.OpenOrCreate, Access = FileAccess.ReadWrite, UnixCreateMode = UnixFileMode.UserRead | UnixFileMode.UserWrite });
        }
    }

    /// <summary>Only one process uses the file: jobs that ran when the last one ended no longer run, and its servers are gone.</summary>
    private static void SettleLeftovers(SQLiteStorage storage)
    {
        var client = new BackgroundJobClient(storage);
        foreach (var job in storage.GetMonitoringApi().ProcessingJobs(0, int.MaxValue))
        {
            client.ChangeState(job.Key, new DeletedState { Reason = "Spotter ended while it ran. What it was for is in the database, and goes on by itself." });
        }

        using var connection = storage.GetConnection();
        connection.RemoveTimedOutServers(TimeSpan.Zero);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The history of jobs in {File} is damaged. It is kept as {Aside}, and a new one begins.")]
        public static partial void Damaged(ILogger logger, string file, string aside);

        [LoggerMessage(EventId = 2, Level = LogLevel.Warning, Message = "The history of jobs cannot be kept in {File} ({Reason}). Until the next start it is kept in memory.")]
        public static partial void InMemory(ILogger logger, string file, string reason);
    }
}
