using System.Collections.Concurrent;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Accounts;
using Spotter.Core.Background;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Background;

/// <summary>Work that continues whatever fails. If it ended, everybody's syncs would end with it.</summary>
public sealed class RepeatedWorkTests : IDisposable
{
    private static readonly TimeSpan Every = TimeSpan.FromSeconds(30);

    private readonly TestDatabase _database = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly CapturedLog _log = new();

    public void Dispose()
    {
        _log.Dispose();
        _database.Dispose();
    }

    [SqliteTheory]
    [InlineData(DatabaseTrouble.Full)]
    [InlineData(DatabaseTrouble.ReadOnly)]
    public async Task A_database_that_takes_nothing_is_waited_for(DatabaseTrouble trouble)
    {
        var fault = new DatabaseFault { Trouble = trouble };
        var contexts = _database.OpenAgain(fault);
        await GoesOnAsync(() => WriteAsync(contexts), () => fault.Trouble = null, $"The database is {trouble}.");
    }

    [SqliteFact]
    public async Task A_database_that_is_locked_is_waited_for()
    {
        await using var other = new SqliteConnection(_database.ConnectionString);
        await other.OpenAsync();
        var holding = other.BeginTransaction(deferred: false);
        var contexts = _database.OpenAgain(queue: null, "Default Timeout=1");
        await GoesOnAsync(() => WriteAsync(contexts), holding.Dispose, "The database is Busy.");
    }

    [Fact]
    public async Task Whatever_else_fails_is_tried_again_and_told_with_its_trace()
    {
        var isBroken = true;
        await GoesOnAsync(
            () => isBroken ? throw new InvalidOperationException("The job storage is away.") : Task.CompletedTask,
            () => isBroken = false, "InvalidOperationException: The job storage is away.");
    }

    [Fact]
    public async Task A_time_out_of_somebody_else_is_no_reason_to_stop()
    {
        var isBroken = true;
        await GoesOnAsync(
            () => isBroken ? throw new OperationCanceledException("Somebody's clock ran out.") : Task.CompletedTask,
            () => isBroken = false, "OperationCanceledException: Somebody's clock ran out.");
    }

    [Fact]
    public async Task It_ends_when_the_process_stops_and_when_nothing_is_left_to_do()
    {
        using var endless = new Work(_clock, _log, () => Task.CompletedTask);
        await endless.StartAsync(default);
        await endless.TurnAsync();
        await endless.StopAsync(default);
        Assert.True(endless.ExecuteTask!.IsCompletedSuccessfully);

        using var once = new Work(_clock, _log, () => Task.CompletedTask) { GoesOn = false };
        await once.StartAsync(default);
        await once.ExecuteTask!.WaitAsync(TimeSpan.FromSeconds(30));
    }

    private async Task GoesOnAsync(Func<Task> act, Action mend, string sentence)
    {
        using var work = new Work(_clock, _log, act);
        await work.StartAsync(default);
        Assert.False(await work.TurnAsync());
        Assert.False(await NextAsync(work));
        Assert.False(work.ExecuteTask!.IsCompleted);

        mend();
        Assert.True(await NextAsync(work));
        Assert.True(await NextAsync(work));
        await work.StopAsync(default);

        Assert.True(work.ExecuteTask.IsCompletedSuccessfully);
        Assert.Contains(sentence, Assert.Single(_log.Complaints), StringComparison.Ordinal);
    }

    private async Task<bool> NextAsync(Work work)
    {
        _clock.Advance(Every);
        return await work.TurnAsync();
    }

    private static async Task WriteAsync(IDbContextFactory<SpotterDbContext> contexts)
    {
        await using var db = await contexts.CreateDbContextAsync();
        db.Users.Add(new User { Name = new string('x', 100_000) });
        await db.SaveChangesAsync();
    }

    private sealed class Work(TimeProvider clock, CapturedLog log, Func<Task> act) : RepeatedWork(clock, log.CreateLogger("work"))
    {
        private readonly SemaphoreSlim _taken = new(0);
        private readonly ConcurrentQueue<bool> _turns = new();

        public bool GoesOn { get; init; } = true;

        protected override TimeSpan Every => RepeatedWorkTests.Every;

        protected override string Name => "The work";

        /// <summary>Waits for the next turn and returns whether it succeeded.</summary>
        public async Task<bool> TurnAsync()
        {
            Assert.True(await _taken.WaitAsync(TimeSpan.FromSeconds(60)));
            Assert.True(_turns.TryDequeue(out var succeeded));
            return succeeded;
        }

        public override void Dispose()
        {
            _taken.Dispose();
            base.Dispose();
        }

        protected override async Task<bool> TakeTurnAsync(CancellationToken stoppingToken)
        {
            var succeeded = false;
            try
            {
                await act();
                succeeded = true;
                return GoesOn;
            }
            finally
            {
                _turns.Enqueue(succeeded);
                _taken.Release();
            }
        }
    }
}
