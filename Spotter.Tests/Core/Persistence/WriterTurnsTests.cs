using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Time.Testing;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Persistence;

/// <summary>How the contexts of one process take turns to write to an SQLite file.</summary>
public sealed class WriterTurnsTests : IDisposable
{
    private static readonly TimeSpan Patience = TimeSpan.FromSeconds(30);

    private readonly TestDatabase _database = new();
    private readonly FakeTimeProvider _clock = new();
    private readonly WriterQueue _queue;
    private readonly IDbContextFactory<SpotterDbContext> _contexts;

    public WriterTurnsTests()
    {
        _queue = new(Patience, _clock);
        _contexts = _database.OpenAgain(_queue);
    }

    public void Dispose() => _database.Dispose();

    [SqliteFact]
    public async Task Writers_wait_in_the_queue_and_not_at_the_file()
    {
        var holding = new TaskCompletionSource();
        var holder = HoldAsync(holding.Task);
        var writers = Enumerable.Range(0, 40).Select(i => AddAsync($"user {i}")).ToList();
        Assert.Equal(40, _queue.Waiting);

        holding.SetResult();
        await holder;
        await Task.WhenAll(writers);

        await using var db = await _contexts.CreateDbContextAsync();
        Assert.Equal(40, await db.Users.CountAsync());
        Assert.Equal(0, _queue.Waiting);
    }

    [SqliteFact]
    public async Task Readers_do_not_queue()
    {
        var holding = new TaskCompletionSource();
        var holder = HoldAsync(holding.Task);

        await using (var db = await _contexts.CreateDbContextAsync())
        {
            Assert.Empty(await db.Users.ToListAsync());
        }

        holding.SetResult();
        await holder;
    }

    [SqliteTheory]
    [InlineData("committed")]
    [InlineData("rolled back")]
    [InlineData("left")]
    [InlineData("failed")]
    [InlineData("cancelled")]
    public async Task Whatever_becomes_of_a_transaction_the_next_has_its_turn(string end)
    {
        await using (var db = await _contexts.CreateDbContextAsync())
        {
            await using var transaction = await db.Database.BeginTransactionAsync();
            switch (end)
            {
                case "committed":
                    await transaction.CommitAsync();
                    break;
                case "rolled back":
                    await transaction.RollbackAsync();
                    break;
                case "failed":
                    await Assert.ThrowsAsync<SqliteException>(() => db.Database.ExecuteSqlRawAsync("nonsense"));
                    break;
                case "cancelled":
                    await Assert.ThrowsAnyAsync<OperationCanceledException>(() => db.Users.ExecuteDeleteAsync(new CancellationToken(canceled: true)));
                    break;
            }
        }

        await AddAsync("next");
    }

    [SqliteFact]
    public async Task Statements_on_their_own_queue_too_and_give_their_turn_back_whether_they_succeed_or_fail()
    {
        await AddAsync("ann");
        var holding = new TaskCompletionSource();
        var holder = HoldAsync(holding.Task);
        await using var db = await _contexts.CreateDbContextAsync();
        var update = db.Users.ExecuteUpdateAsync(set => set.SetProperty(user => user.Name, "bob"));
        Assert.Equal(1, _queue.Waiting);
        holding.SetResult();
        await holder;
        Assert.Equal(1, await update);

        db.Accounts.Add(new Account { UserId = 1, ServerUrl = "http://127.0.0.1:1", UserName = "bob" });
        await db.SaveChangesAsync();
        await Assert.ThrowsAsync<SqliteException>(() => db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.UserId, 77)));
        await AddAsync("next");
    }

    [SqliteFact]
    public async Task A_writer_that_waits_for_itself_is_told_so_instead_of_waiting_for_ever()
    {
        await using var outer = await _contexts.CreateDbContextAsync();
        await using var transaction = await outer.Database.BeginTransactionAsync();

        var inner = AddAsync("inner");
        _clock.Advance(Patience);

        Assert.Equal(DatabaseTrouble.Busy, DatabaseTroubles.Of(await Assert.ThrowsAsync<DatabaseBusyException>(() => inner)));
        await transaction.CommitAsync();
        await AddAsync("next");
    }

    private async Task HoldAsync(Task until)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        await using var transaction = await db.Database.BeginTransactionAsync();
        await until;
        await transaction.CommitAsync();
    }

    private async Task AddAsync(string name)
    {
        await using var db = await _contexts.CreateDbContextAsync();
        db.Users.Add(new User { Name = name });
        await db.SaveChangesAsync();
    }
}
