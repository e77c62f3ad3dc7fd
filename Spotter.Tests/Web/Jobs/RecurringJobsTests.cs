using Hangfire;
using Hangfire.Common;
using Hangfire.InMemory;
using Hangfire.Storage;
using Microsoft.Extensions.Logging.Abstractions;
using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Scheduling;
using Spotter.Web.Jobs;

namespace Spotter.Tests.Web.Jobs;

/// <summary>Hangfire calculates when a job is due, while the pages ask the schedules. Both must agree, even when daylight saving time begins or ends.</summary>
public sealed class RecurringJobsTests
{
    private static readonly TimeZoneInfo Berlin = TimeZoneInfo.FindSystemTimeZoneById("Europe/Berlin");

    [Theory]
    [InlineData("hourly, when the clocks go forward", "0 * * * *", 3, 28)]
    [InlineData("hourly, when the clocks go back", "0 * * * *", 10, 24)]
    [InlineData("in the hour that is skipped", "30 2 * * *", 3, 28)]
    [InlineData("in the hour that is repeated", "30 2 * * *", 10, 24)]
    [InlineData("at a time of day", "0 6 * * *", 10, 24)]
    public void The_jobs_are_due_when_the_pages_say(string reason, string cron, int month, int day)
    {
        var now = new DateTimeOffset(2026, month, day, 12, 30, 0, TimeSpan.Zero);
        var schedule = Schedule.ByCron(cron, Berlin);
        var said = new List<DateTimeOffset>();
        var done = new List<DateTimeOffset>();
        for (var i = 0; i < 24; i++)
        {
            said.Add(schedule.NextAfter(now)!.Value);
            done.Add(NextOfJob(schedule, now));
            now = said[^1].AddSeconds(1);
        }

        Assert.True(said.SequenceEqual(done), $"{reason}: {string.Join(", ", said.Zip(done).Where(pair => pair.First != pair.Second))}");
    }

    [Fact]
    public void The_zone_of_the_machine_is_found_again_whatever_it_is_called()
    {
        var odd = TimeZoneInfo.CreateCustomTimeZone("Local", TimeSpan.FromHours(1), "Local", "Local");
        var zones = new ScheduleTimeZones(new Schedules(Schedule.ByCron("0 * * * *", odd), Schedule.ByCron("0 * * * *", odd), TimeProvider.System));

        Assert.Same(odd, zones.GetTimeZoneById("Local"));
        Assert.Equal("Europe/Berlin", zones.GetTimeZoneById("Europe/Berlin").Id);
    }

    private static DateTimeOffset NextOfJob(Schedule schedule, DateTimeOffset now)
    {
        using var storage = new InMemoryStorage();
        var clock = new FakeTimeProvider(now);
        var schedules = new Schedules(schedule, schedule, clock);
        var manager = new RecurringJobManager(storage, JobFilterProviders.Providers, new ScheduleTimeZones(schedules), () => now.UtcDateTime);
        using var jobs = new RecurringJobs(manager, schedules, clock, NullLogger<RecurringJobs>.Instance);
        jobs.Set();
        using var connection = storage.GetConnection();
        return new(connection.GetRecurringJobs().Single(job => job.Id == RecurringJobs.SyncAll).NextExecution!.Value, TimeSpan.Zero);
    }
}
