using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Library;
using Spotter.Core.Persistence;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync.Servers;

/// <summary>The stored ids after a server has given its songs new ones.</summary>
public sealed class IdHealerTests : IDisposable
{
    private readonly DatabaseWork? _work = PostgreSqlServer.IsWanted ? null : new();
    private readonly CoreHost _host;

    public IdHealerTests() => _host = new(new TestDatabase(work: _work));

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public Task More_matches_are_healed_than_a_statement_takes_parameters() => HealAsync(rows: 33_000);

    [LongFact]
    public Task A_hundred_thousand_matches_are_healed() => HealAsync(rows: 100_000);

    [Fact]
    public async Task A_list_whose_songs_have_other_ids_is_read_before_anything_is_believed_of_it()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Mix", _host.FillLibrary(5));
        await _host.EnableAndRunAsync(ann, id);
        var other = await _host.ImportAsync(ann, "Other", CoreHost.Tracks(1, 2));
        await _host.EnableAndRunAsync(ann, other);
        await using (var db = _host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.TargetChangedAt, _host.Clock.GetUtcNow()));
        }

        Server.Renumber(old => old == "s3" ? "moved" : old);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        await _host.Get<LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);

        var playlist = await _host.FindAsync(id);
        Assert.Equal("moved", playlist.Tracks[2].SongId);
        Assert.Null(playlist.TargetChangedAt);
        Assert.NotNull((await _host.FindAsync(other)).TargetChangedAt);
    }

    [Theory]
    [InlineData("the only song of a playlist", 1, 1, true)]
    [InlineData("more than one of twenty", 40, 3, true)]
    [InlineData("one of twenty: a file that moved", 40, 2, false)]
    public async Task It_is_the_servers_doing_where_more_than_one_song_of_twenty_has_another_id(string reason, int songs, int renumbered, bool isTold)
    {
        var ann = await _host.Database.AddUserAsync();
        await _host.EnableAndRunAsync(ann, await _host.ImportAsync(ann, "Mix", _host.FillLibrary(songs)));
        var moved = Server.Library.Take(renumbered).Select(song => song.Id).ToHashSet();
        Server.Renumber(old => moved.Contains(old) ? "new-" + old : old);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));

        await _host.Get<LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);

        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(renumbered, await db.Tracks.CountAsync(track => track.SongId!.StartsWith("new-")));
        Assert.True(isTold == await db.SyncEvents.AnyAsync(e => e.PlaylistId == null), reason);
    }

    [Fact]
    public async Task A_library_is_not_stored_without_the_healing_that_it_calls_for()
    {
        var ann = await MatchedAsync(rows: 50);
        Server.Renumber(old => "new-" + old);
        var cut = new PowerCut(1, isStored: false);
        using (var dying = new CoreHost(_host.Database, Server, _host.Database.OpenAgain(cut)))
        {
            await Assert.ThrowsAsync<PowerCutException>(() => dying.Get<LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default));
        }

        await using (var db = _host.Database.CreateDbContext())
        {
            Assert.Equal("1", (await db.Accounts.SingleAsync()).Library.Stamp);
        }

        using var next = new CoreHost(_host.Database, Server);
        await next.Get<LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);

        await AssertHealedAsync(50);
    }

    [SqliteTheory]
    [InlineData("nothing is gone", false)]
    [InlineData("everything has another id", true)]
    public async Task The_matched_rows_are_looked_through_once_after_each_read_of_the_library(string reason, bool isRenumbered)
    {
        var ann = await MatchedAsync(rows: 50);
        if (isRenumbered)
        {
            Server.Renumber(old => "new-" + old);
        }

        Server.Stamp += "'";
        _host.Clock.Advance(TimeSpan.FromMinutes(1));
        _work!.Forget();

        await _host.Get<LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);

        var looks = _work!.Statements.Where(statement => statement.Contains("\"SongId\" IS NOT NULL", StringComparison.Ordinal)).ToList();
        Assert.True(looks.Count == 1, $"{reason}:\n{string.Join("\n\n", looks)}");
    }

    private async Task HealAsync(int rows)
    {
        var ann = await MatchedAsync(rows);
        Server.Renumber(old => "new-" + old);
        _host.Clock.Advance(TimeSpan.FromMinutes(1));

        await _host.Get<LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);

        await AssertHealedAsync(rows);
        await using var db = _host.Database.CreateDbContext();
        Assert.Contains(
            db.SyncEvents, e => e.Message.Words!.StartsWith(string.Create(CultureInfo.InvariantCulture, $"The music server has given its songs new ids; {rows:N0} matches"), StringComparison.Ordinal));
    }

    private async Task AssertHealedAsync(int rows)
    {
        await using var db = _host.Database.CreateDbContext();
        Assert.Equal(rows, await db.Tracks.CountAsync(track => track.SongId!.StartsWith("new-")));
        Assert.Equal(rows, await db.Tracks.CountAsync());
    }

    /// <summary>A playlist with this many rows, all matched, and the library that they were matched with.</summary>
    private async Task<Account> MatchedAsync(int rows)
    {
        const int songs = 500;
        var ann = await _host.Database.AddUserAsync();
        _host.FillLibrary(songs);
        await _host.Get<LibraryIndexCache>().GetFreshAsync(ann.Id, null, null, default);
        var playlist = await _host.Database.AddPlaylistAsync(ann, "Everything");
        var source = CoreHost.Tracks(1, songs).Select((track, i) => (Track: track, Song: Server.Library[i])).ToList();
        string[] columns = ["PlaylistId", "Position", "Key", "Title", "Artists", "Confidence", "Candidates", "Zone", "SongId", "Song"];
        await _host.Database.WriteAsync(
            async db =>
            {
                await using var command = new BulkCommand(
                    db, $"INSERT INTO \"Tracks\" ({string.Join(", ", columns.Select(column => $"\"{column}\""))}) VALUES ({string.Join(", ", columns.Select(column => "@" + column))})", columns);
                for (var i = 0; i < rows; i++)
                {
                    var (track, song) = source[i % songs];
                    await command.RunAsync(
                        [playlist.Id, i + 1, $"key {i}", track.Title, "[]", 1, "[]", "Auto", song.Id, System.Text.Json.JsonSerializer.Serialize(song, JsonColumn.Options)], default);
                }
            },
            default);
        return ann;
    }
}
