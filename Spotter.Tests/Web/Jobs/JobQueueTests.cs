using System.Reflection;
using Hangfire;
using Microsoft.Extensions.Logging;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Playlists;
using Spotter.Core.Scheduling;
using Spotter.Tests.Support;
using Spotter.Web.Jobs;

namespace Spotter.Tests.Web.Jobs;

/// <summary>A job storage that fails. Requests are in the database, so nobody who makes one notices.</summary>
public sealed class JobQueueTests : IDisposable
{
    private readonly CapturedLog _log = new();
    private readonly FakeTimeProvider _clock = new();

    public void Dispose() => _log.Dispose();

    [Fact]
    public void A_nudge_that_is_not_taken_is_logged_and_may_be_given_again()
    {
        using var scheduler = Scheduler(out var state);

        scheduler.NudgeConnection(1, "ListenBrainz: ann", SyncTrigger.User);
        scheduler.NudgeMixtape(1, "Rain");
        scheduler.NudgeAccount(1, "ann");
        scheduler.Nudge(1, "Road trip", SyncOperation.Sync, TimeSpan.Zero);
        _clock.Advance(HangfireScheduler.Gathering);
        scheduler.NudgeConnection(1, "ListenBrainz: ann", SyncTrigger.User);

        Assert.Equal(5, state.Calls);
        Assert.Equal(5, _log.Complaints.Count);
    }

    [Fact]
    public void What_is_queued_is_not_queued_again_until_its_job_begins_whatever_else_has_its_number()
    {
        using var scheduler = Scheduler(out var state);
        state.IsBroken = false;

        scheduler.NudgeConnection(1, "ListenBrainz: ann", SyncTrigger.User);
        scheduler.NudgeMixtape(1, "Rain");
        scheduler.NudgeConnection(1, "ListenBrainz: ann", SyncTrigger.User);
        scheduler.NudgeMixtape(1, "Rain");
        Assert.Equal(2, state.Calls);

        scheduler.NoteBegun<RefreshSourceJob>(1);
        scheduler.NudgeConnection(1, "ListenBrainz: ann", SyncTrigger.User);
        scheduler.NudgeMixtape(1, "Rain");
        Assert.Equal(3, state.Calls);
    }

    [Fact]
    public void A_sync_that_is_put_off_again_and_again_is_one_job_after_the_last_and_one_that_is_asked_for_does_not_wait()
    {
        using var scheduler = Scheduler(out var state);
        state.IsBroken = false;
        var wait = TimeSpan.FromSeconds(30);

        for (var decision = 0; decision < 5; decision++)
        {
            scheduler.Nudge(1, "Road trip", SyncOperation.Sync, wait);
            _clock.Advance(TimeSpan.FromSeconds(20));
        }

        Assert.Equal(0, state.Calls);
        _clock.Advance(wait);
        Assert.Equal(1, state.Calls);

        scheduler.Nudge(1, "Road trip", SyncOperation.Sync, wait);
        scheduler.Nudge(1, "Road trip", SyncOperation.Sync, TimeSpan.Zero);
        scheduler.Nudge(1, "Road trip", SyncOperation.Sync, wait);
        _clock.Advance(HangfireScheduler.Gathering);
        Assert.Equal(2, state.Calls);
        _clock.Advance(wait);
        Assert.Equal(2, state.Calls);
    }

    [Fact]
    public async Task The_clock_of_the_jobs_is_set_as_soon_as_the_storage_takes_it()
    {
        var storage = Broken<IRecurringJobManagerV2>(out var state);
        using var jobs = new RecurringJobs(storage, new Schedules(Schedule.ByCron("0 * * * *"), Schedule.ByCron("50 * * * *"), _clock), _clock, NullLogger<RecurringJobs>.Instance);
        await jobs.StartAsync(default);
        await state.Called.WaitAsync(TimeSpan.FromSeconds(60));
        Assert.False(jobs.ExecuteTask!.IsCompleted);

        state.IsBroken = false;
        await Eventually.HoldsAsync("the clock is set", () =>
        {
            _clock.Advance(TimeSpan.FromSeconds(10));
            return Task.FromResult(jobs.ExecuteTask.IsCompletedSuccessfully);
        });
    }

    private HangfireScheduler Scheduler(out Storage state)
        => new(new JobQueue(Broken<IBackgroundJobClientV2>(out state), new Logger<JobQueue>(new LoggerFactory([_log]))), _clock);

    private static T Broken<T>(out Storage state)
        where T : class
    {
        var made = DispatchProxy.Create<T, Proxy>();
        state = ((Proxy)(object)made).State;
        return made;
    }

    /// <summary>The condition of the storage.</summary>
    public sealed class Storage
    {
        private readonly TaskCompletionSource _called = new(TaskCreationOptions.RunContinuationsAsynchronously);

        public bool IsBroken { get; set; } = true;

        public int Calls { get; private set; }

        public Task Called => _called.Task;

        public object? Call()
        {
            Calls++;
            _called.TrySetResult();
            return IsBroken ? throw new BackgroundJobClientException("The storage is away.", new InvalidOperationException("It is.")) : null;
        }
    }

    /// <summary>Implements Hangfire's interfaces over it.</summary>
    public class Proxy : DispatchProxy
    {
        public Storage State { get; } = new();

        protected override object? Invoke(MethodInfo? targetMethod, object?[]? args) => State.Call();
    }
}
