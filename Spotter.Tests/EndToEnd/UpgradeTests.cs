using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Sources;
using Spotter.Tests.Support;

namespace Spotter.Tests.EndToEnd;

/// <summary>This version continues where an older one stopped: the same sign-in, playlists, targets, decisions and secrets.</summary>
public sealed class UpgradeTests : IAsyncDisposable
{
    private readonly OlderInstallation _older = new();
    private readonly SpotterApp _spotter;
    private readonly ScriptUser _script;

    public UpgradeTests()
    {
        _spotter = _older.Start();
        _script = new ScriptUser(_spotter.Address, "demo", "demo");
    }

    public async ValueTask DisposeAsync()
    {
        _script.Dispose();
        await _spotter.DisposeAsync();
        _older.Dispose();
    }

    [Fact]
    public async Task Playlists_keep_their_targets_and_are_updated_in_place()
    {
        Assert.Equal(
            [("Letters from everywhere", "0Sddz1rZeBlZYfejTOw1c8"), ("Mine", "2ku7X3zksj9ye4gTIAuHZK"), ("Rainy Sunday", "37xDlEYJBedcH9K5GMd2ND"), ("Road trip", null)],
            await TargetsAsync());

        var state = await _script.SyncAsync(1);

        Assert.Equal("warning", state.Status); // as before: some of its songs are not in the library
        Assert.Contains(("Letters from everywhere", "0Sddz1rZeBlZYfejTOw1c8"), await TargetsAsync());
    }

    [Fact]
    public async Task Decisions_hold()
    {
        await _script.SyncAsync(1);

        var playlist = await _script.Http.GetFromJsonAsync<JsonElement>("/api/playlists/1");
        var pinned = Assert.Single(playlist.GetProperty("tracks").EnumerateArray(), row => row.GetProperty("tier").GetString() == "pin");
        Assert.Equal("0JCwVq4u0w66qoTfxasyzX", pinned.GetProperty("songId").GetString());
    }

    [Fact]
    public async Task Secrets_are_still_readable()
    {
        await using var db = await _spotter.OpenDatabaseAsync();
        var connection = await db.SourceConnections.SingleAsync();

        var secrets = _spotter.Services.GetRequiredService<SourceSecrets>().Unprotect(connection.ProtectedSecrets);

        Assert.Equal("a-token-of-an-older-version", secrets?.Find("token"));
    }

    [Fact]
    public async Task The_audit_log_is_told_in_the_words_of_its_time()
    {
        var events = await _script.Http.GetFromJsonAsync<JsonElement>("/api/events?limit=200");

        Assert.Contains(events.EnumerateArray(), line => line.GetProperty("message").GetString() == "Imported with 31 tracks.");
    }

    /// <summary>Every row of every table of that time is still there, and today's model reads it.</summary>
    [Fact]
    public async Task Every_table_is_read_by_this_version_with_all_its_rows()
    {
        using var before = new OlderInstallation();
        await using var db = await _spotter.OpenDatabaseAsync();
        var read = 0;
        foreach (var table in db.Model.GetEntityTypes().Where(entity => entity.GetTableName() is not null && !entity.IsOwned()).GroupBy(entity => entity.GetTableName()!))
        {
            if (CountRows(before.Database, table.Key) is not { } rows)
            {
                continue; // this version has added it
            }

            var now = await (Task<int>)Read.MakeGenericMethod(table.First().GetRootType().ClrType).Invoke(null, [db])!;
            Assert.True(rows > 0, $"The older installation has nothing in {table.Key}.");
            Assert.True(now >= rows, $"{table.Key} had {rows} rows and has {now}.");
            read++;
        }

        Assert.InRange(read, 15, 40);
    }

    private static readonly System.Reflection.MethodInfo Read = typeof(UpgradeTests).GetMethod(nameof(ReadAsync), System.Reflection.BindingFlags.NonPublic | System.Reflection.BindingFlags.Static)!;

    private static async Task<int> ReadAsync<T>(DbContext db)
        where T : class
        => (await db.Set<T>().AsNoTracking().ToListAsync()).Count;

    private static int? CountRows(string database, string table)
    {
        using var connection = new Microsoft.Data.Sqlite.SqliteConnection($"Data Source={database};Mode=ReadOnly;Pooling=False");
        connection.Open();
        using var command = connection.CreateCommand();
        command.CommandText = $"SELECT COUNT(*) FROM sqlite_master WHERE name = '{table}'";
        if ((long)command.ExecuteScalar()! == 0)
        {
            return null;
        }

        command.CommandText = $"SELECT COUNT(*) FROM \"{table}\"";
        return (int)(long)command.ExecuteScalar()!;
    }

    private async Task<IReadOnlyList<(string?, string?)>> TargetsAsync()
        => [.. (await _script.Http.GetFromJsonAsync<JsonElement>("/api/playlists")).EnumerateArray()
            .Select(playlist => (playlist.GetProperty("name").GetString(), playlist.GetProperty("navidromePlaylistId").GetString()))];
}
