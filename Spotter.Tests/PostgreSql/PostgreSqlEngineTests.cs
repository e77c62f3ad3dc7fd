using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.PostgreSql;
using Spotter.Tests.Support;

namespace Spotter.Tests.PostgreSql;

/// <summary>Where PostgreSQL differs from SQLite, and nothing may differ for the rest of Spotter.</summary>
public sealed class PostgreSqlEngineTests : IDisposable
{
    private readonly TestDatabase? _server = PostgreSqlServer.WhyNot is null ? new(isOnServer: true) : null;

    private TestDatabase Database => _server!;

    public void Dispose() => _server?.Dispose();

    [PostgreSqlFact]
    public void The_migrations_give_the_schema_of_the_model()
    {
        using var db = Database.CreateDbContext();

        Assert.False(db.Database.HasPendingModelChanges());
        Assert.Empty(db.Database.GetPendingMigrations());
    }

    [PostgreSqlFact]
    public async Task Of_many_writers_at_once_none_is_lost()
    {
        const int writers = 12;
        var user = await Database.AddUserAsync();
        var all = new Gathering(writers);

        await Task.WhenAll(Enumerable.Range(0, writers).Select(_ =>
        {
            var attempts = 0;
            return Database.WriteAsync(
                async db =>
                {
                    var account = await db.Accounts.SingleAsync(a => a.Id == user.Id);
                    if (attempts++ == 0)
                    {
                        await all.ArriveAsync(); // All have read before the first writes.
                    }

                    account.SignOutCount++;
                    await db.SaveChangesAsync();
                },
                default);
        }));

        await using var after = Database.CreateDbContext();
        Assert.Equal(writers, (await after.Accounts.SingleAsync(a => a.Id == user.Id)).SignOutCount);
    }

    [PostgreSqlFact]
    public async Task A_turn_is_one_process_s_at_a_time_and_free_again_when_that_process_is_gone()
    {
        var other = Database.OpenAgain();
        var mine = await Database.TakeTurnAsync("renew", default);
        await using var another = await other.TakeTurnAsync("read", default);
        var theirs = other.TakeTurnAsync("renew", default);
        await Eventually.HoldsAsync("the other process waits at the server", async () => await WaitingAsync() == 1);
        Assert.False(theirs.IsCompleted);

        using (var givenUp = new CancellationTokenSource())
        {
            var third = Database.TakeTurnAsync("renew", givenUp.Token); // waits in this process
            await givenUp.CancelAsync();
            await Assert.ThrowsAnyAsync<OperationCanceledException>(() => third);
        }

        await KillSessionsWithTurnsAsync();
        await using var turn = await theirs;
        await mine.DisposeAsync();
    }

    [PostgreSqlFact]
    public async Task Two_that_add_the_same_row_at_once_find_the_first_one()
    {
        var both = new Gathering(2);

        await Task.WhenAll(Enumerable.Range(0, 2).Select(_ =>
        {
            var attempts = 0;
            return Database.WriteAsync(
                async db =>
                {
                    var isThere = await db.Users.AnyAsync(u => u.Name == "ann");
                    if (attempts++ == 0)
                    {
                        await both.ArriveAsync();
                    }

                    if (!isThere)
                    {
                        db.Users.Add(new User { Name = "ann" });
                        await db.SaveChangesAsync();
                    }
                },
                default);
        }));

        await using var after = Database.CreateDbContext();
        Assert.Single(await after.Users.ToListAsync());
    }

    [PostgreSqlFact]
    public async Task A_unique_violation_that_stays_is_reported()
    {
        await Database.AddUserAsync();

        await Assert.ThrowsAsync<DbUpdateException>(() => Database.AddUserAsync());
    }

    [PostgreSqlFact]
    public async Task A_single_statement_is_serializable_too()
    {
        var user = await Database.AddUserAsync();
        var (hasRead, isCounted) = (new TaskCompletionSource(), new TaskCompletionSource());
        var attempts = 0;
        var write = Database.WriteAsync(
            async db =>
            {
                var account = await db.Accounts.AsNoTracking().SingleAsync(a => a.Id == user.Id);
                attempts++;
                hasRead.TrySetResult();
                await isCounted.Task;
                await db.Users.ExecuteUpdateAsync(set => set.SetProperty(u => u.NotificationsSeenUpTo, account.SignOutCount));
            },
            default);
        await hasRead.Task;

        // Reads what the transaction writes, and writes what it has read: only one order of the two is possible.
        await using (var db = Database.CreateDbContext())
        {
            var users = db.Users;
            await db.Accounts.Where(a => users.Any(u => u.NotificationsSeenUpTo == 0)).ExecuteUpdateAsync(set => set.SetProperty(a => a.SignOutCount, 5));
        }

        isCounted.SetResult();
        await write;
        Assert.Equal(2, attempts);
        await using var after = Database.CreateDbContext();
        Assert.Equal(5, (await after.Users.SingleAsync()).NotificationsSeenUpTo);
    }

    [PostgreSqlFact]
    public async Task Names_of_users_ignore_case_and_text_is_ordered_by_its_bytes()
    {
        await Database.AddUserAsync("Zoë");
        await Database.AddUserAsync("ann");
        await using var db = Database.CreateDbContext();

        Assert.Equal("Zoë", (await db.Users.SingleAsync(u => u.Name == "zOË")).Name);
        var ann = await db.Accounts.SingleAsync(a => a.UserName == "ANN");
        foreach (var name in (string[])["b", "a", "B", "A", "ä", "_"])
        {
            await Database.AddPlaylistAsync(ann, name);
        }

        Assert.Equal(["A", "B", "_", "a", "b", "ä"], await db.Playlists.OrderBy(p => p.Name).Select(p => p.Name).ToListAsync());
    }

    [PostgreSqlFact]
    public async Task Characters_that_the_server_cannot_store_are_replaced_wherever_they_come_from()
    {
        var damaged = "a\0b\uD800c\U0001F3B5"; // a constant would be part of the statement
        const string stored = "a\uFFFDb\uFFFDc\U0001F3B5";
        using var host = new CoreHost(Database);
        var ann = await Database.AddUserAsync();
        host.Server.Library.Add(FakeMusicServer.Song("s1", damaged));

        var id = await host.ImportAsync(ann, damaged, [CoreHost.Track(damaged), CoreHost.Track("Other")]);
        var playlist = await host.EnableAndRunAsync(ann, id);

        Assert.Equal(stored, playlist.Name);
        Assert.Equal([(stored, "s1"), ("Other", null)], playlist.Tracks.Select(track => (track.SourceTrack.Title, track.SongId)));
        await using var db = Database.CreateDbContext();
        Assert.Equal(id, (await db.Playlists.SingleAsync(p => p.Name == damaged)).Id);
    }

    [Theory]
    [InlineData("Host=db;Database=spotter;Username=u;Password=secret", "spotter on db:5432")]
    [InlineData("Host=db;Port=5433;Database=s", "s on db:5433")]
    public void The_place_is_named_without_a_password(string connectionString, string place)
        => Assert.Equal(place, PostgreSqlEngine.Open(connectionString, isDemo: false).Place);

    [Theory]
    [InlineData("Host=;Database=spotter")]
    [InlineData("Host=db")]
    public void A_connection_string_without_a_server_or_a_database_is_refused(string connectionString)
        => Assert.Throws<FormatException>(() => PostgreSqlEngine.Open(connectionString, isDemo: false));

    [PostgreSqlFact]
    public async Task Whether_it_can_be_written_is_tried_without_a_trace()
    {
        await using var db = Database.CreateDbContext();

        await db.Engine.TryWritingAsync(db, default);
        await db.Engine.TryWritingAsync(db, default);

        Assert.Equal(0, await db.Database.SqlQueryRaw<int>("""SELECT COUNT(*)::int AS "Value" FROM pg_tables WHERE tablename = '__Room'""").SingleAsync());
    }

    [PostgreSqlFact]
    public async Task A_database_that_takes_nothing_is_called_read_only()
    {
        var connection = new Npgsql.NpgsqlConnectionStringBuilder(Database.ConnectionString) { Options = "-c default_transaction_read_only=on" };
        var options = new DbContextOptionsBuilder<SpotterDbContext>();
        options.UseEngine(new PostgreSqlEngine(connection.ConnectionString));
        await using var db = new SpotterDbContext(options.Options);

        var refused = await Assert.ThrowsAnyAsync<System.Data.Common.DbException>(() => db.Engine.TryWritingAsync(db, default));

        Assert.Equal(DatabaseTrouble.ReadOnly, DatabaseTroubles.Of(refused));
    }

    /// <summary>Lets nobody pass before all have arrived.</summary>
    private sealed class Gathering(int count)
    {
        private readonly TaskCompletionSource _all = new(TaskCreationOptions.RunContinuationsAsynchronously);
        private int _missing = count;

        public Task ArriveAsync()
        {
            if (Interlocked.Decrement(ref _missing) == 0)
            {
                _all.SetResult();
            }

            return _all.Task;
        }
    }

    private Task<long> WaitingAsync() => ScalarAsync(
        "SELECT count(*) FROM pg_locks JOIN pg_database ON pg_database.oid = database WHERE datname = current_database() AND locktype = 'advisory' AND NOT granted");

    /// <summary>Ends the session that another one waits for, as the server does when a process is killed.</summary>
    private Task KillSessionsWithTurnsAsync() => ScalarAsync(
        "SELECT count(pg_terminate_backend(held.pid)) FROM pg_locks held JOIN pg_locks waiting USING (locktype, classid, objid, database) "
        + "JOIN pg_database ON pg_database.oid = database WHERE datname = current_database() AND locktype = 'advisory' AND held.granted AND NOT waiting.granted");

    private async Task<long> ScalarAsync(string sql)
    {
        await using var db = Database.CreateDbContext();
        await db.Database.OpenConnectionAsync();
        await using var command = db.Database.GetDbConnection().CreateCommand();
        command.CommandText = sql;
        return (long)(await command.ExecuteScalarAsync())!;
    }
}
