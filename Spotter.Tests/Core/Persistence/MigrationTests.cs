using Microsoft.EntityFrameworkCore;
using Microsoft.EntityFrameworkCore.Infrastructure;
using Microsoft.EntityFrameworkCore.Metadata;
using Microsoft.EntityFrameworkCore.Migrations;
using Microsoft.EntityFrameworkCore.Migrations.Operations;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Persistence;

/// <summary>
/// SQLite cannot change a column, so EF copies the whole table, drops the old one and renames the copy. With a large library that takes
/// long, needs twice the space, and fails half-way if the disk is full. Therefore columns are only added, and unused ones stay and are
/// ignored.
/// </summary>
public sealed class MigrationTests : IDisposable
{
    /// <summary>EF's prefix for the copy.</summary>
    private const string Copy = "ef_temp_";

    /// <summary>Migrations that copy a table but that installations have already applied.</summary>
    private static readonly string[] Landed = [];

    private readonly TestDatabase _database = new();

    public void Dispose() => _database.Dispose();

    [SqliteFact]
    public void No_migration_copies_a_table()
    {
        using var db = _database.CreateDbContext();
        var migrator = db.GetService<IMigrator>();
        var ids = db.Database.GetMigrations().ToList();

        var copying = ids.Where((id, i) => migrator.GenerateScript(i == 0 ? Migration.InitialDatabase : ids[i - 1], id).Contains(Copy, StringComparison.Ordinal)).ToList();

        Assert.NotEmpty(ids);
        Assert.Equal(Landed, copying);
    }

    [SqliteFact]
    public void A_copy_is_recognised()
    {
        using var db = _database.CreateDbContext();
        var model = db.GetService<IDesignTimeModel>().Model;
        var table = model.GetEntityTypes().First(entity => entity.GetTableName() == "Playlists");

        var commands = db.GetService<IMigrationsSqlGenerator>().Generate(
            [new AlterColumnOperation { Table = "Playlists", Name = "Name", ClrType = typeof(string), ColumnType = "TEXT", IsNullable = true, OldColumn = new AddColumnOperation { ClrType = typeof(string), ColumnType = "TEXT" } }],
            table.Model);

        Assert.Contains(commands, command => command.CommandText.Contains(Copy, StringComparison.Ordinal));
    }
}
