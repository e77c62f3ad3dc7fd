using Hangfire;
using Hangfire.Storage;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Scheduling;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Web.Jobs;

namespace Spotter.Tests.Web.Jobs;

public sealed class JobTests
{
    [Fact]
    public async Task The_clock_is_set_at_start_to_what_is_configured()
    {
        await using var spotter = SpotterApp.StartDemo(new() { ["PlaylistSync:Cron"] = "*/20 * * * *", ["Sources:RefreshCron"] = "15 4 * * *", ["Schedule:TimeZone"] = "Europe/Berlin" });
        using var connection = Storage(spotter).GetConnection();

        // A job storage that fails does not stop the start: the schedule is set up alongside it.
        var jobs = await Eventually.GetAsync("both jobs are there", () => Task.FromResult(connection.GetRecurringJobs() is { Count: 2 } both ? both.ToDictionary(job => job.Id) : null));
        Assert.Equal(("*/20 * * * *", typeof(SyncAllEnabledJob)), (jobs[RecurringJobs.SyncAll].Cron, jobs[RecurringJobs.SyncAll].Job.Type));
        Assert.Equal(("15 4 * * *", typeof(RefreshSourcesJob)), (jobs[RecurringJobs.RefreshSources].Cron, jobs[RecurringJobs.RefreshSources].Job.Type));
        Assert.All(jobs.Values, job => Assert.Equal("Europe/Berlin", job.TimeZoneId));

        // The schedules on the pages must be those of the jobs.
        var schedules = spotter.Services.GetRequiredService<Schedules>();
        var read = jobs[RecurringJobs.RefreshSources];
        Assert.Equal(schedules.Reads.NextAfter(read.CreatedAt!.Value), new DateTimeOffset(read.NextExecution!.Value, TimeSpan.Zero));
    }

    [Theory]
    [InlineData("sqlite")]
    [InlineData("memory")]
    public async Task A_sync_that_failed_shows_as_failed_under_a_name_that_says_what_it_was(string storage)
    {
        await using var server = await DemoServer.StartAsync();
        await using var spotter = SpotterApp.StartWith(new Uri(server.BaseUrl), new() { ["Jobs:Storage"] = storage });
        using var user = new ScriptUser(spotter.Address, "demo", "demo");
        var song = server.Library.Songs[0]; // there is something to write, whether or not the library was read before the server broke
        var playlist = await user.ImportAsync("Road trip.csv", $"Title,Artist\n\"{song.Title}\",\"{song.Artists[0]}\"\n");
        server.Fault = _ => DemoFault.HtmlPage();
        await user.SetSyncAsync(playlist, enabled: true);
        Assert.Equal("error", (await user.SettledAsync(playlist)).Status);
        var monitoring = Storage(spotter).GetMonitoringApi();
        var failed = await Eventually.GetAsync("the job has failed", () => Task.FromResult(monitoring.FailedJobs(0, 10).Select(pair => pair.Value).FirstOrDefault(job => job.Job.Type == typeof(SyncPlaylistJob))));
        Assert.Equal([playlist, "Sync", "Road trip"], failed.Job.Args.Take(3));
        Assert.Equal(typeof(JobFailedException).FullName, failed.ExceptionType);
        Assert.StartsWith("An authentication proxy is in front of", failed.ExceptionMessage, StringComparison.Ordinal);
    }

    private static JobStorage Storage(SpotterApp spotter) => spotter.Services.GetRequiredService<JobStorage>();
}
