using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>The schedule thins out the audit log every hour: what that costs, and what it keeps.</summary>
public sealed class SyncEventLogTests : IDisposable
{
    private readonly DatabaseWork? _work = PostgreSqlServer.IsWanted ? null : new();
    private readonly CoreHost _host;

    public SyncEventLogTests() => _host = new(new TestDatabase(work: _work));

    public void Dispose() => _host.Dispose();

    [SqliteFact]
    public async Task Four_times_the_runs_are_four_times_the_work()
    {
        var ann = await _host.Database.AddUserAsync();

        var few = await WorkOfThinningAsync(ann.UserId, runs: 500);
        var many = await WorkOfThinningAsync(ann.UserId, runs: 2_000);

        Assert.InRange(many, few, 6 * few);
    }

    [SqliteFact]
    public async Task It_goes_in_passes_of_a_thousand_runs_that_leave_other_writers_a_turn()
    {
        var ann = await _host.Database.AddUserAsync();
        await AddUneventfulAsync(ann.UserId, runs: 2_500);
        _work!.Forget();

        await _host.Get<SyncEventLog>().ThinAsync(default);

        Assert.Equal(3, _work!.Statements.Count(statement => statement.StartsWith("BEGIN", StringComparison.Ordinal)));
        Assert.Equal(5_000, _work!.ChangesOf("SyncEvents"));
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(0, await db.SyncEvents.CountAsync());
    }

    [Fact]
    public async Task Lines_that_are_young_or_tell_of_something_stay()
    {
        var ann = await _host.Database.AddUserAsync();
        await AddUneventfulAsync(ann.UserId, runs: 2);
        var operation = Guid.NewGuid();
        await using (var db = _host.Database.CreateDbContext())
        {
            db.SyncEvents.AddRange(
                Event(ann.UserId, operation, SyncEventType.Started, daysAgo: 400), Event(ann.UserId, operation, SyncEventType.Completed, daysAgo: 400),
                Event(ann.UserId, Guid.NewGuid(), SyncEventType.Skipped, daysAgo: 1));
            await db.SaveChangesAsync();
        }

        await _host.Get<SyncEventLog>().ThinAsync(default);

        await using var after = _host.Database.CreateDbContext();
        Assert.Equal(
            [SyncEventType.Started, SyncEventType.Completed, SyncEventType.Skipped], await after.SyncEvents.OrderBy(e => e.Id).Select(e => e.Type).ToListAsync());
    }

    [Theory]
    [InlineData(0, 2)]
    [InlineData(1, 0)]
    public async Task The_log_is_thinned_out_only_where_days_are_configured(int days, int left)
    {
        using var host = new CoreHost(options => options.KeepUneventfulDays = days);
        var ann = await host.Database.AddUserAsync();
        var operation = Guid.NewGuid();
        await using (var db = host.Database.CreateDbContext())
        {
            db.SyncEvents.AddRange(Event(ann.UserId, operation, SyncEventType.Started, daysAgo: 200), Event(ann.UserId, operation, SyncEventType.Skipped, daysAgo: 200));
            await db.SaveChangesAsync();
        }

        await host.Get<SyncEventLog>().ThinAsync(default);

        await using var after = host.Database.CreateDbContext();
        Assert.Equal(left, await after.SyncEvents.CountAsync());
    }

    private async Task<long> WorkOfThinningAsync(int userId, int runs)
    {
        await AddUneventfulAsync(userId, runs);
        _work!.Forget();
        await _host.Get<SyncEventLog>().ThinAsync(default);
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(0, await db.SyncEvents.CountAsync());
        return _work!.Instructions;
    }

    private async Task AddUneventfulAsync(int userId, int runs)
    {
        await using var db = _host.Database.CreateDbContext();
        for (var run = 0; run < runs; run++)
        {
            var operation = Guid.NewGuid();
            db.SyncEvents.AddRange(Event(userId, operation, SyncEventType.Started, daysAgo: 200), Event(userId, operation, SyncEventType.Skipped, daysAgo: 200));
        }

        await db.SaveChangesAsync();
    }

    private SyncEvent Event(int userId, Guid operation, SyncEventType type, int daysAgo) => new()
    {
        UserId = userId, OperationId = operation, Type = type, At = _host.Clock.GetUtcNow().AddDays(-daysAgo), Provider = "navidrome", Message = new Fact.SaidBefore("It happened."),
    };
}
