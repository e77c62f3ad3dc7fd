using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging.Abstractions;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;
using Spotter.Web.Hosting;
using Spotter.Web.Settings;

namespace Spotter.Tests.Web.Hosting;

public sealed class DatabaseMigrationTests : IDisposable
{
    private readonly TemporaryFolder _folder = new();
    private readonly ServiceProvider _services;
    private readonly DatabaseMigration _migration;

    public DatabaseMigrationTests()
    {
        var configuration = new ConfigurationBuilder().AddInMemoryCollection(new Dictionary<string, string?>
        {
            ["Navidrome:BaseUrl"] = "http://127.0.0.1:4533",
            ["ConnectionStrings:Spotter"] = "Data Source=deep/down/spotter.db;Pooling=False",
        }).Build();
        var settings = SpotterSettings.Read(configuration, _folder.Path, AllSettings.Sections);
        _services = new ServiceCollection()
            .AddDbContextFactory<SpotterDbContext>(options => options.UseEngine(settings.Database))
            .BuildServiceProvider();
        _migration = new DatabaseMigration(Contexts, settings, TimeProvider.System, NullLogger<DatabaseMigration>.Instance);
    }

    private IDbContextFactory<SpotterDbContext> Contexts => _services.GetRequiredService<IDbContextFactory<SpotterDbContext>>();

    [Fact]
    public async Task A_new_database_is_made_with_its_folder_and_lets_readers_read_beside_a_writer()
    {
        await _migration.StartingAsync(CancellationToken.None);
        await using var db = await Contexts.CreateDbContextAsync();
        Assert.False(await db.Users.AnyAsync());
        Assert.Equal("wal", await db.Database.SqlQueryRaw<string>("PRAGMA journal_mode").ToAsyncEnumerable().SingleAsync());
    }

    [Fact]
    public async Task The_database_and_its_journals_are_their_owners_alone_a_new_one_and_one_from_before()
    {
        if (OperatingSystem.IsWindows())
        {
            return;
        }

        const UnixFileMode owner = UnixFileMode.UserRead | UnixFileMode.UserWrite;
        var file = _folder.File("deep/down/spotter.db");
        await _migration.StartingAsync(CancellationToken.None);
        Assert.Equal(owner, File.GetUnixFileMode(file));
        File.SetUnixFileMode(file, owner | UnixFileMode.GroupRead | UnixFileMode.OtherRead);

        await _migration.StartingAsync(CancellationToken.None);

        Assert.Equal(owner, File.GetUnixFileMode(file));
        await using var db = await Contexts.CreateDbContextAsync();
        await db.Database.OpenConnectionAsync();
        await db.Database.ExecuteSqlRawAsync("CREATE TABLE scratch (a)");
        Assert.Equal(owner, File.GetUnixFileMode(file + "-wal"));
    }

    [Fact]
    public async Task A_lock_left_by_a_killed_process_does_not_stop_the_start()
    {
        await _migration.StartingAsync(CancellationToken.None);
        await using (var db = await Contexts.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync(
                """INSERT INTO "__EFMigrationsLock" ("Id", "Timestamp") VALUES (1, '2026-11-22 12:00:00.0000000+00:00')""");
        }

        await _migration.StartingAsync(CancellationToken.None).WaitAsync(TimeSpan.FromSeconds(30));

        await using var after = await Contexts.CreateDbContextAsync();
        Assert.Equal(0, await after.Database.SqlQueryRaw<int>("""SELECT COUNT(*) AS "Value" FROM "__EFMigrationsLock" """).SingleAsync());
    }

    [Fact]
    public async Task A_database_of_a_newer_version_stops_the_start_in_one_line_and_stays_as_it_is()
    {
        await _migration.StartingAsync(CancellationToken.None);
        await using (var db = await Contexts.CreateDbContextAsync())
        {
            await db.Database.ExecuteSqlRawAsync("""INSERT INTO "__EFMigrationsHistory" VALUES ('29990101000000_Later', '99.0')""");
        }

        var exception = await Assert.ThrowsAsync<DatabaseVersionException>(() => _migration.StartingAsync(CancellationToken.None));

        Assert.Equal(
            $"Spotter cannot start: the database {_folder.File("deep/down/spotter.db")} belongs to a newer version of Spotter (its schema is 29990101000000_Later). "
            + "Start that version, or restore a backup from before the update.",
            StartFailure.Explain(exception));
    }

    [Fact]
    public async Task The_migrations_hold_the_whole_model()
    {
        await using var db = await Contexts.CreateDbContextAsync();
        Assert.False(db.Database.HasPendingModelChanges());
    }

    public void Dispose()
    {
        _services.Dispose();
        _folder.Dispose();
    }
}
