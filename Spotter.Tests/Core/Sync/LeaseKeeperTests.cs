using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Renewing a run's lease while the run waits for a server, and stopping the run if that fails.</summary>
public sealed class LeaseKeeperTests : IDisposable
{
    private static readonly TimeSpan Quarter = TimeSpan.FromSeconds(30);

    /// <summary>A time limit for something that happens at once, but on another thread.</summary>
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(20);

    private readonly FailingDatabase _database;
    private readonly CoreHost _host;

    public LeaseKeeperTests()
    {
        var file = new TestDatabase();
        _database = new FailingDatabase(file);
        _host = new CoreHost(file, sources: services => services.AddSingleton<IDbContextFactory<SpotterDbContext>>(_database));
    }

    public void Dispose() => _host.Dispose();

    [Theory]
    [InlineData(0)]
    [InlineData(1)]
    [InlineData(2)]
    public async Task A_lease_is_renewed_each_quarter_of_its_time_though_the_database_refuses_twice(int refusals)
    {
        var lease = await TakeAsync();
        await using var keeper = Keep(lease);
        _database.RefuseNext(refusals);

        for (var i = 0; i <= refusals; i++)
        {
            await PassAsync();
        }

        await IsRenewedAsync(lease);
        Assert.Equal((false, false), (keeper.IsLost, keeper.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task A_queue_of_writers_that_stands_still_is_a_refusal_like_any_other()
    {
        _database.Refusal = () => new DatabaseBusyException();
        var lease = await TakeAsync();
        await using var keeper = Keep(lease);
        _database.RefuseNext(1);

        await PassAsync();
        await PassAsync();

        await IsRenewedAsync(lease);
        Assert.False(keeper.IsLost);
    }

    [Fact]
    public async Task Refusals_count_only_in_a_row()
    {
        var lease = await TakeAsync();
        await using var keeper = Keep(lease);
        for (var i = 0; i < 2; i++)
        {
            _database.RefuseNext(2);
            await PassAsync();
            await PassAsync();
            await PassAsync();
            await IsRenewedAsync(lease);
        }

        Assert.Equal((false, false), (keeper.IsLost, keeper.Token.IsCancellationRequested));
    }

    [Fact]
    public async Task The_third_refusal_in_a_row_stops_the_run_before_somebody_else_may_begin()
    {
        var lease = await TakeAsync();
        await using var keeper = Keep(lease);
        var stopped = Stop(keeper);
        _database.RefuseNext(3);
        await PassAsync();
        await PassAsync();
        Assert.False(stopped.IsCompleted);

        await PassAsync();

        await stopped.WaitAsync(Patience);
        Assert.True(keeper.IsLost);
        Assert.True((await _host.FindAsync(lease.PlaylistId)).LeaseUntil > _host.Clock.GetUtcNow());
    }

    [Fact]
    public async Task A_lease_that_somebody_took_stops_the_run_in_the_middle_of_what_it_does()
    {
        var lease = await TakeAsync();
        await using var keeper = Keep(lease);
        var stopped = Stop(keeper);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.LeaseId, Guid.NewGuid()));
        }

        await PassAsync();

        await stopped.WaitAsync(Patience);
        Assert.True(keeper.IsLost);
    }

    [Fact]
    public async Task A_process_that_stops_stops_the_run_and_its_lease_is_not_lost()
    {
        var lease = await TakeAsync();
        using var process = new CancellationTokenSource();
        await using var keeper = Keep(lease, process.Token);

        await process.CancelAsync();

        Assert.Equal((true, false), (keeper.Token.IsCancellationRequested, keeper.IsLost));
    }

    private static Task Stop(LeaseKeeper keeper)
    {
        var stopped = new TaskCompletionSource(TaskCreationOptions.RunContinuationsAsynchronously);
        keeper.Token.Register(stopped.SetResult);
        return stopped.Task;
    }

    private LeaseKeeper Keep(SyncLease lease, CancellationToken cancellationToken = default)
        => new(_host.Get<SyncLeases>(), lease, Quarter, _host.Clock, cancellationToken);

    /// <summary>Advances the clock by a quarter of the lease, until the keeper uses the database.</summary>
    private async Task PassAsync()
    {
        _host.Clock.Advance(Quarter);
        await _database.IsAskedAsync();
    }

    private Task IsRenewedAsync(SyncLease lease) => Eventually.HoldsAsync(
        "the lease is renewed", async () => (await _host.FindAsync(lease.PlaylistId)).LeaseUntil == _host.Clock.GetUtcNow() + (4 * Quarter), Patience);

    private async Task<SyncLease> TakeAsync()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(1));
        await _host.Requests.SetSyncEnabledAsync(ann.UserId, id, true, null, SyncTrigger.User, default);
        var lease = await _host.Get<SyncLeases>().TryTakeAsync(id, default);
        _database.Forget();
        return lease!;
    }
}
