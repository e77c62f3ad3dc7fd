using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Persistence;

public sealed class DatabaseTransactionsTests : IDisposable
{
    private readonly TestDatabase _database = new();
    private readonly Conflicts _conflicts = new();

    private IDbContextFactory<SpotterDbContext> Contexts => field ??= _database.OpenAgain(_conflicts);

    public void Dispose() => _database.Dispose();

    [Fact]
    public async Task Work_is_done_once_more_where_somebody_else_was_quicker_and_stored_once()
    {
        var attempts = 0;

        var name = await Contexts.WriteAsync(
            async db =>
            {
                attempts++;
                Assert.Empty(db.ChangeTracker.Entries());
                var user = new User { Name = $"ann {attempts}" };
                db.Users.Add(user);
                await db.SaveChangesAsync();
                return user.Name;
            },
            default);

        Assert.Equal((2, "ann 2"), (attempts, name));
        await using var after = _database.CreateDbContext();
        Assert.Equal("ann 2", Assert.Single(await after.Users.ToListAsync()).Name);
    }

    [Fact]
    public async Task Work_that_is_taken_back_stores_nothing_and_is_not_done_again()
    {
        var attempts = 0;
        await Contexts.WriteAsync(
            async db =>
            {
                attempts++;
                db.Users.Add(new User { Name = "ann" });
                await db.SaveChangesAsync();
                await db.Database.RollbackTransactionAsync();
            },
            default);

        Assert.Equal(1, attempts);
        await using var after = _database.CreateDbContext();
        Assert.Empty(await after.Users.ToListAsync());
    }

    [Fact]
    public async Task What_fails_for_another_reason_is_not_done_again()
    {
        var attempts = 0;

        await Assert.ThrowsAsync<InvalidDataException>(() => _database.WriteAsync(
            _ =>
            {
                attempts++;
                throw new InvalidDataException();
            },
            default));

        Assert.Equal(1, attempts);
    }

    [Fact]
    public async Task What_is_read_together_is_of_one_moment()
    {
        await _database.AddUserAsync();
        var reading = new TaskCompletionSource();
        var writing = WriteWhileAsync(reading.Task);

        var counts = await _database.ReadAsync(
            async db =>
            {
                var before = await db.Users.CountAsync();
                reading.SetResult();
                await writing;
                return (before, await db.Users.CountAsync());
            },
            default);

        Assert.Equal((1, 1), counts);

        async Task WriteWhileAsync(Task isReading)
        {
            await isReading;
            await _database.AddUserAsync("bob");
        }
    }

    [Fact]
    public async Task A_run_from_the_click_to_its_end_stores_and_tells_everything_once_however_often_its_transactions_are_done()
    {
        using var host = new CoreHost(_database, new FakeMusicServer(), Contexts);
        var ann = await _database.AddUserAsync();
        var playlistId = await host.ImportAsync(ann, "Road trip", host.FillLibrary(3));

        var playlist = await host.EnableAndRunAsync(ann, playlistId);

        Assert.Equal((SyncStatus.Success, 3), (playlist.Status, playlist.Tracks.Count));
        Assert.Single(host.Scheduler.Nudges);
        Assert.Single(host.Server.Lists);
        Assert.Equal(
            [SyncEventType.Imported, SyncEventType.Started, SyncEventType.Completed],
            (await host.EventsAsync(playlistId)).OrderBy(line => line.Id).Select(line => line.Type));
        await using var db = _database.CreateDbContext();
        Assert.Empty(await db.SyncRequests.ToListAsync());
        Assert.Empty(await db.TargetIntentions.ToListAsync());
        Assert.True(_conflicts.Count > 5);
    }
}
