using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.PostgreSql;
using Hangfire.States;
using Hangfire.Storage.SQLite;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Spotter.Tests.Support;
using Spotter.Web.Jobs;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Jobs;

public sealed class JobStorageTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly CapturedLog _log = new();

    private string JobsFile => _folder.File("jobs.db");

    public void Dispose()
    {
        _log.Dispose();
        _folder.Dispose();
    }

    [Fact]
    public async Task The_history_outlives_a_restart()
    {
        string id;
        await using (var services = Wire())
        {
            id = Client(services).Create(Job.FromExpression<SyncAllEnabledJob>(job => job.RunAsync(CancellationToken.None)), new FailedState(new IOException("The disk is gone.")));
        }

        await using var next = Wire();
        var failed = Assert.Single(next.GetRequiredService<JobStorage>().GetMonitoringApi().FailedJobs(0, 10));
        Assert.Equal((id, "The disk is gone."), (failed.Key, failed.Value.ExceptionMessage));
        _log.AssertQuiet();
    }

    [Fact]
    public async Task What_ran_when_the_process_was_killed_does_not_run_for_ever()
    {
        await using (var services = Wire())
        {
            var storage = services.GetRequiredService<JobStorage>();
            var id = Client(services).Create(Job.FromExpression(() => Console.WriteLine()), new EnqueuedState());
            using var connection = storage.GetConnection();
            connection.AnnounceServer("spotter:1", new() { WorkerCount = 1, Queues = ["default"] });
            using var transaction = connection.CreateWriteTransaction();
            transaction.SetJobState(id, new Processing());
            transaction.Commit();
            Assert.Equal(1, storage.GetMonitoringApi().ProcessingCount());
        }

        await using var next = Wire();
        var monitoring = next.GetRequiredService<JobStorage>().GetMonitoringApi();
        Assert.Equal(0, monitoring.ProcessingCount());
        Assert.Empty(monitoring.Servers());
        Assert.Contains("goes on by itself", monitoring.JobDetails(monitoring.DeletedJobs(0, 1).Single().Key).History[0].Reason, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_damaged_file_is_put_aside()
    {
        await File.WriteAllTextAsync(JobsFile, string.Concat(Enumerable.Repeat("This is no database. ", 200)));

        await using var services = Wire();

        Assert.IsType<SQLiteStorage>(services.GetRequiredService<JobStorage>());
        Client(services).Enqueue(() => Console.WriteLine());
        Assert.StartsWith("This is no database.", await File.ReadAllTextAsync(JobsFile + ".damaged"), StringComparison.Ordinal);
        Assert.Contains("is damaged", Assert.Single(_log.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Where_the_file_cannot_be_made_the_jobs_are_kept_in_memory()
    {
        Directory.CreateDirectory(JobsFile);

        await using var services = Wire();

        Assert.IsType<InMemoryStorage>(services.GetRequiredService<JobStorage>());
        Assert.Contains("cannot be kept", Assert.Single(_log.Complaints), StringComparison.Ordinal);
    }

    [Fact]
    public async Task Memory_is_a_choice()
    {
        await using var services = Wire(("Jobs:Storage", "memory"));
        Assert.IsType<InMemoryStorage>(services.GetRequiredService<JobStorage>());
        Assert.False(File.Exists(JobsFile));
    }

    [Fact]
    public async Task A_server_needs_the_database_to_be_there()
    {
        await using var services = Wire(("Jobs:Storage", "postgresql"));
        var refusal = Assert.Throws<BadConfigurationException>(services.GetRequiredService<JobStorage>);
        Assert.StartsWith("Jobs:Storage is \"postgresql\", but the database is a file.", refusal.Message, StringComparison.Ordinal);
    }

    [PostgreSqlFact]
    public async Task On_a_server_the_history_is_there_too_unless_something_else_is_configured()
    {
        using var database = new TestDatabase(isOnServer: true);
        await using var services = Wire(("ConnectionStrings:Spotter", database.ConnectionString));
        var storage = Assert.IsType<PostgreSqlStorage>(services.GetRequiredService<JobStorage>());
        var id = Client(services).Create(Job.FromExpression<SyncAllEnabledJob>(job => job.RunAsync(CancellationToken.None)), new FailedState(new IOException("The disk is gone.")));

        Assert.Equal(id, Assert.Single(storage.GetMonitoringApi().FailedJobs(0, 10)).Key);
        Assert.False(File.Exists(JobsFile));
        await using var other = Wire(("ConnectionStrings:Spotter", database.ConnectionString), ("Jobs:Storage", "memory"));
        Assert.IsType<InMemoryStorage>(other.GetRequiredService<JobStorage>());
    }

    [Fact]
    public async Task Nobody_else_may_read_the_file()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        await using var services = Wire();
        _ = services.GetRequiredService<JobStorage>();
        foreach (var file in Directory.GetFiles(FolderOf(JobsFile), "jobs.db*"))
        {
            Assert.Equal(UnixFileMode.UserRead | UnixFileMode.UserWrite, File.GetUnixFileMode(file));
        }
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("memory")]
    public async Task Failures_of_long_ago_go(string kind)
    {
        await using var services = Wire(("Jobs:Storage", kind));
        var storage = services.GetRequiredService<JobStorage>();
        for (var i = 0; i < 3; i++)
        {
            Client(services).Create(Job.FromExpression<SyncAllEnabledJob>(job => job.RunAsync(CancellationToken.None)), new FailedState(new IOException("Gone.")));
        }

        var clock = new FakeTimeProvider(TimeProvider.System.GetUtcNow());
        using var history = new JobHistory(storage, new BackgroundJobClient(storage), clock, NullLogger<JobHistory>.Instance);
        await history.StartAsync(default);
        Assert.Equal(3, storage.GetMonitoringApi().FailedCount());
        clock.Advance(JobHistory.FailuresKeptFor + TimeSpan.FromHours(1));

        await Eventually.GetAsync("they are gone", () => Task.FromResult(storage.GetMonitoringApi().FailedCount() == 0 ? "gone" : null));
        await history.StopAsync(default);
    }

    [Fact]
    public void An_unknown_place_is_refused()
    {
        var refusal = Assert.Throws<BadConfigurationException>(() => SpotterSettings.Read(Configuration(("Jobs:Storage", "redis")), FolderOf(JobsFile), AllSettings.Sections));
        Assert.Contains("Jobs:Storage", refusal.Message, StringComparison.Ordinal);
    }

    private static BackgroundJobClient Client(IServiceProvider services) => new(services.GetRequiredService<JobStorage>());

    private static string FolderOf(string file) => Path.GetDirectoryName(file)!;

    private IConfiguration Configuration(params (string Key, string Value)[] settings)
        => AllSettings.Configuration(
        [
            .. new (string Key, string? Value)[] { ("Navidrome:BaseUrl", "http://127.0.0.1:4533"), ("ConnectionStrings:Spotter", $"Data Source={_folder.File("spotter.db")}") }
                .ExceptBy(settings.Select(setting => setting.Key), setting => setting.Key),
            .. settings.Select(setting => (setting.Key, (string?)setting.Value)),
        ]);

    private ServiceProvider Wire(params (string Key, string Value)[] settings)
    {
        var configuration = Configuration(settings);
        return new ServiceCollection().AddLogging(logging => logging.ClearProviders().AddProvider(_log)).AddSingleton(configuration)
            .AddSingleton(SpotterSettings.Read(configuration, FolderOf(JobsFile), AllSettings.Sections)).AddJobStorage().BuildServiceProvider();
    }

    /// <summary>The state that Hangfire stores while a worker runs a job.</summary>
    private sealed class Processing : IState
    {
        public string Name => ProcessingState.StateName;

        public string Reason => "";

        public bool IsFinal => false;

        public bool IgnoreJobLoadException => false;

        public Dictionary<string, string> SerializeData() => new()
        {
            ["ServerId"] = "spotter:1", ["WorkerId"] = "1", ["StartedAt"] = JobHelper.SerializeDateTime(TimeProvider.System.GetUtcNow().UtcDateTime),
        };
    }
}
