using Spotter.Core.Persistence.Sqlite;
using System.Globalization;
using System.Reflection;
using Microsoft.Data.Sqlite;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Persistence;

/// <summary>A database that an older version filled is migrated without losing a row or a value, and this version reads every row of it.</summary>
public sealed class OlderDatabaseTests : IDisposable
{
    private readonly OlderInstallation _older = new();

    public void Dispose() => _older.Dispose();

    [Fact]
    public async Task Every_value_of_every_table_is_there_after_the_migration()
    {
        var before = await DumpAsync();
        Assert.DoesNotContain(before, table => table.Value.Count == 0); // every table had rows, so all are tested

        await MigrateAsync();

        var after = await DumpAsync();
        foreach (var (table, rows) in before)
        {
            Assert.True(after.ContainsKey(table), $"the table {table} is gone");
            Assert.Equal(rows.Select(row => Say(row, row.Keys)), after[table].Select(row => Say(row, rows[0].Keys)));
        }
    }

    [Fact]
    public async Task Every_row_can_be_read()
    {
        await MigrateAsync();

        await using var db = Open();
        var before = await DumpAsync();
        var read = typeof(OlderDatabaseTests).GetMethod(nameof(CountAsync), BindingFlags.NonPublic | BindingFlags.Static)!;
        foreach (var entity in db.Model.GetEntityTypes().Where(entity => !entity.IsOwned()))
        {
            var rows = await (Task<int>)read.MakeGenericMethod(entity.ClrType).Invoke(null, [db])!;

            Assert.Equal(before[entity.GetTableName()!].Count, rows);
        }
    }

    private static async Task<int> CountAsync<T>(SpotterDbContext db)
        where T : class
        => (await db.Set<T>().AsNoTracking().ToListAsync()).Count;

    private static string Say(Dictionary<string, object> row, IEnumerable<string> columns)
        => string.Join(" | ", columns.Select(column => $"{column}: {(row.TryGetValue(column, out var value) ? Say(value) : "gone")}"));

    private static string Say(object value) => value is byte[] bytes ? Convert.ToHexString(bytes) : string.Create(CultureInfo.InvariantCulture, $"{value}");

    private async Task MigrateAsync()
    {
        await using var db = Open();
        await db.Database.MigrateAsync();
    }

    private SpotterDbContext Open()
        => new((DbContextOptions<SpotterDbContext>)new DbContextOptionsBuilder<SpotterDbContext>().UseSpotterSqlite($"Data Source={_older.Database};Pooling=False").Options);

    /// <summary>Every row of every table, without what SQLite and EF Core keep for themselves.</summary>
    private async Task<Dictionary<string, List<Dictionary<string, object>>>> DumpAsync()
    {
        await using var connection = new SqliteConnection($"Data Source={_older.Database};Pooling=False;Mode=ReadOnly");
        await connection.OpenAsync();
        var tables = (await RowsAsync(connection, "SELECT name FROM sqlite_master WHERE type = 'table' AND name NOT LIKE 'sqlite%' AND name NOT LIKE '\\_\\_%' ESCAPE '\\'"))
            .Select(row => (string)row["name"]).ToList();
        var dump = new Dictionary<string, List<Dictionary<string, object>>>();
        foreach (var table in tables)
        {
            dump[table] = await RowsAsync(connection, $"SELECT * FROM \"{table}\" ORDER BY rowid");
        }

        return dump;
    }

    private static async Task<List<Dictionary<string, object>>> RowsAsync(SqliteConnection connection, string sql)
    {
        await using var command = connection.CreateCommand();
#pragma warning disable CA2100 // the names come from the database itself
        command.CommandText = sql;
#pragma warning restore CA2100
        await using var reader = await command.ExecuteReaderAsync();
        var rows = new List<Dictionary<string, object>>();
        while (await reader.ReadAsync())
        {
            rows.Add(Enumerable.Range(0, reader.FieldCount).ToDictionary(reader.GetName, reader.GetValue));
        }

        return rows;
    }
}
