using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Library;
using Spotter.Core.Playlists;
using Spotter.Core.Sources;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.Core.Providers.Files.Watching;

/// <summary>How files in the watched folder become playlists, with real files.</summary>
public sealed class WatchedFolderTests : IAsyncLifetime
{
    private WatchedFolderHost _host = null!;

    public async Task InitializeAsync() => _host = await WatchedFolderHost.StartAsync();

    public Task DisposeAsync()
    {
        _host.Dispose();
        return Task.CompletedTask;
    }

    [Fact]
    public async Task Files_become_playlists_by_themselves_and_are_not_synced_unasked()
    {
        _host.Write("Road trip.csv", ["Harbour", "Light"]);
        _host.WriteText("Evening.m3u8", "#EXTM3U\n#EXTINF:200,Ada - Low Water\nLow Water.mp3\n");

        var connection = await _host.RefreshAsync();

        var playlists = await _host.PlaylistsAsync();
        Assert.Equal(["Evening", "Road trip"], playlists.Select(p => p.Name));
        Assert.Equal(["Harbour", "Light"], playlists[1].Tracks.Select(track => track.SourceTrack.Title));
        Assert.All(playlists, p => Assert.Equal((connection.Id, false), (p.ConnectionId, p.SyncEnabled)));
        Assert.Equal((SourceConnectionState.Working, 0), (connection.State, connection.Wanted.Count));
    }

    [Fact]
    public async Task A_table_is_read_as_its_user_has_explained_it_and_again_when_they_explain_it_otherwise()
    {
        const string table = "Stück;Wer;Woher\nHarbour;Ada;Light\nLow Water;Bo;Tides\n";
        var bob = await _host.AddUserAsync("bob");
        _host.WriteText("Strange.csv", table);
        await _host.RefreshAsync();
        Assert.Empty(await _host.PlaylistsAsync());
        Assert.Contains("Strange.csv", Assert.Single(_host.RemarksFor("ann")), StringComparison.Ordinal);

        await ExplainAsync(TableColumn.Title, TableColumn.Artist, TableColumn.Ignored);
        await _host.RefreshAsync();
        Assert.Equal([("Harbour", "Ada"), ("Low Water", "Bo")], Assert.Single(await _host.PlaylistsAsync()).Tracks.Select(track => (track.SourceTrack.Title, track.SourceTrack.Artists[0])));

        await ExplainAsync(TableColumn.Ignored, TableColumn.Artist, TableColumn.Title);
        await _host.RefreshAsync();
        Assert.Equal(["Light", "Tides"], Assert.Single(await _host.PlaylistsAsync()).Tracks.Select(track => track.SourceTrack.Title));

        await _host.RefreshAsync(bob);
        Assert.Empty(await _host.PlaylistsAsync(bob));

        Task ExplainAsync(params TableColumn[] columns)
        {
            var refusal = Assert.Throws<PlaylistFileException>(() => _host.Core.Get<PlaylistFileReader>().Read(Encoding.UTF8.GetBytes(table), "Strange.csv", null));
            return _host.Core.Get<TableDecisions>().RememberAsync(_host.Ann.UserId, refusal.Table!, new TableMapping(HasHeader: true, columns), default);
        }
    }

    [Fact]
    public async Task What_is_said_of_a_playlist_in_the_dialog_holds_for_its_file_in_the_folder()
    {
        const string reversed = "Nine Lives - Ada\nAttic Tape - Kari Moss\n";
        _host.WriteText("Evening.txt", reversed);
        await _host.RefreshAsync();
        Assert.Equal("Ada", Assert.Single(await _host.PlaylistsAsync()).Tracks[0].SourceTrack.Title);

        await SayAsync(isTitleFirst: true);
        await _host.RefreshAsync();
        Assert.Equal("Nine Lives", Assert.Single(await _host.PlaylistsAsync()).Tracks[0].SourceTrack.Title);

        _host.WriteText("Evening.txt", reversed + "Low Water - Bo\n");
        await _host.RefreshAsync();
        Assert.Equal(["Nine Lives", "Attic Tape", "Low Water"], Assert.Single(await _host.PlaylistsAsync()).Tracks.Select(track => track.SourceTrack.Title));

        // The choice changes without an import, and the file is read again although it has not changed.
        await SayAsync(isTitleFirst: null);
        await _host.RefreshAsync();
        Assert.Equal(["Ada", "Kari Moss", "Bo"], Assert.Single(await _host.PlaylistsAsync()).Tracks.Select(track => track.SourceTrack.Title));

        async Task SayAsync(bool? isTitleFirst)
        {
            await using var db = _host.Core.Database.CreateDbContext();
            await _host.Core.Get<ReadingDecisions>().RememberAsync(db, _host.Ann.UserId, "text:Evening", new(null, isTitleFirst), default);
        }
    }

    [Fact]
    public async Task A_change_is_read_noted_and_synced_in_place_and_what_stays_the_same_is_not_opened_again()
    {
        var songs = _host.Core.FillLibrary(4).Select(track => track.Title).ToList();
        var path = _host.Write("Road trip.csv", songs[..3]);
        await _host.RefreshAsync();
        var playlist = Assert.Single(await _host.PlaylistsAsync());
        var first = await _host.Core.EnableAndRunAsync(_host.Ann, playlist.Id);

        // Anyone who opens the file now is refused.
        using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await _host.RefreshAsync();
        }

        Assert.Null((await _host.Core.FindAsync(playlist.Id)).SourceError.Words);
        Assert.DoesNotContain(await _host.Core.EventsAsync(playlist.Id), e => e.Type == SyncEventType.Refreshed);
        _host.Write("Road trip.csv", [songs[3], songs[0]], TimeSpan.FromMinutes(5));
        await _host.RefreshAsync();
        var second = await _host.Core.RunAsync(playlist.Id);

        Assert.Equal("Read again: 1 added, 2 removed.", Assert.Single(await _host.Core.EventsAsync(playlist.Id), e => e.Type == SyncEventType.Refreshed).Message.Words);
        Assert.Equal((SyncStatus.Success, first.NavidromePlaylistId), (second.Status, second.NavidromePlaylistId));
        Assert.Equal(["s4", "s1"], _host.Core.Server.ContentOf(second.NavidromePlaylistId!));
    }

    [Fact]
    public async Task A_file_that_is_being_written_is_left_for_the_next_look_and_nothing_is_lost()
    {
        _host.Write("Road trip.csv", ["Harbour", "Light"]);
        await _host.RefreshAsync();

        // The clock advances by a minute before each read.
        _host.Write("Road trip.csv", ["Half"], -TimeSpan.FromSeconds(59));
        _host.Write("New.csv", ["Half"], -TimeSpan.FromSeconds(59));
        await _host.RefreshAsync();
        var meanwhile = Assert.Single(await _host.PlaylistsAsync());
        Assert.Equal("“New.csv” is being written at the moment. Spotter reads it at the next check.", Assert.Single(_host.RemarksFor("ann")));
        await _host.RefreshAsync();
        var after = await _host.PlaylistsAsync();

        Assert.Equal((2, null, false), (meanwhile.Tracks.Count, meanwhile.SourceError.Words, meanwhile.IsGoneAtSource));
        Assert.Equal([("New", 1), ("Road trip", 1)], after.Select(p => (p.Name, p.Tracks.Count)));
        Assert.Empty(_host.RemarksFor("ann"));
    }

    [Fact]
    public async Task A_file_that_somebody_holds_is_read_when_they_let_go_even_after_a_restart()
    {
        var path = _host.Write("Road trip.csv", ["Harbour", "Light"]);
        await _host.RefreshAsync();
        _host.Write("Road trip.csv", ["Harbour"]);
        _host.Restart();
        using (File.Open(path, FileMode.Open, FileAccess.ReadWrite, FileShare.None))
        {
            await _host.RefreshAsync();
            var held = Assert.Single(await _host.PlaylistsAsync());
            Assert.Equal((2, false), (held.Tracks.Count, held.IsGoneAtSource));
            Assert.Contains("“Road trip.csv” is being written at the moment.", held.SourceError.Words, StringComparison.Ordinal);
        }

        await _host.RefreshAsync();
        var read = Assert.Single(await _host.PlaylistsAsync());
        Assert.Equal((1, null), (read.Tracks.Count, read.SourceError.Words));
    }

    [Fact]
    public async Task A_file_that_is_broken_says_so_on_its_playlist_and_the_old_content_stays()
    {
        _host.Write("Road trip.csv", ["Harbour", "Light"]);
        _host.Write("Other.csv", ["Harbour"]);
        await _host.RefreshAsync();

        _host.WriteText("Road trip.csv", "Name of it;Somebody\nHarbour;Ada\n");
        _host.WriteText("Broken.xspf", "<playlist><title>");
        _host.Write("Other.csv", ["Harbour", "Light"], TimeSpan.FromMinutes(5));
        var connection = await _host.RefreshAsync();
        var playlists = await _host.PlaylistsAsync();
        var broken = playlists.Single(p => p.Name == "Road trip");

        Assert.Equal(SourceConnectionState.Working, connection.State);
        Assert.Equal((2, false), (broken.Tracks.Count, broken.IsGoneAtSource));
        Assert.StartsWith("“Road trip.csv” cannot be read any more. ", broken.SourceError.Words, StringComparison.Ordinal);
        Assert.Equal(2, playlists.Single(p => p.Name == "Other").Tracks.Count);
        Assert.StartsWith("“Broken.xspf” could not be read. ", Assert.Single(_host.RemarksFor("ann")), StringComparison.Ordinal);

        // After the repair both are imported.
        _host.Write("Road trip.csv", ["Harbour"], TimeSpan.FromMinutes(4));
        File.Delete(Path.Combine(_host.Path, "Broken.xspf"));
        await _host.RefreshAsync();
        Assert.Equal((1, null), (await _host.PlaylistsAsync()) is [_, var mended] ? (mended.Tracks.Count, mended.SourceError.Words) : default);
        Assert.Empty(_host.RemarksFor("ann"));
    }

    [Fact]
    public async Task A_file_that_is_gone_leaves_its_playlist_and_takes_it_up_when_it_comes_back()
    {
        var path = _host.Write("Road trip.csv", ["Harbour", "Light"]);
        await _host.RefreshAsync();
        File.Delete(path);
        await _host.RefreshAsync();
        var gone = Assert.Single(await _host.PlaylistsAsync());
        _host.Write("Road trip.csv", ["Harbour", "Light", "Low Water"]);
        await _host.RefreshAsync();
        var back = Assert.Single(await _host.PlaylistsAsync());

        Assert.Equal((true, 2), (gone.IsGoneAtSource, gone.Tracks.Count));
        Assert.Equal((gone.Id, false, 3), (back.Id, back.IsGoneAtSource, back.Tracks.Count));
    }

    [Fact]
    public async Task Two_files_of_one_playlist_are_not_merged_and_the_second_is_named()
    {
        const string Named = "#EXTM3U\n#PLAYLIST:Evening\n#EXTINF:200,Ada - ";
        _host.WriteText("a.m3u8", Named + "First\nFirst.mp3\n");
        _host.WriteText("b.m3u8", Named + "Second\nSecond.mp3\n");

        await _host.RefreshAsync();

        Assert.Equal("First", Assert.Single(Assert.Single(await _host.PlaylistsAsync()).Tracks).SourceTrack.Title);
        Assert.Equal(
            "“b.m3u8” holds the playlist “Evening” too, which is read from “a.m3u8”. Remove one of them, or rename its playlist.",
            Assert.Single(_host.RemarksFor("ann")));
        var offers = await _host.Core.Get<SourceConnections>().BrowseAsync(_host.Ann.UserId, (await _host.ConnectionOfAsync(_host.Ann)).Id, default);
        Assert.Contains(offers, offer => offer.Summary is { Name: "b.m3u8", Obstacle: not null });

        File.Delete(Path.Combine(_host.Path, "a.m3u8"));
        await _host.RefreshAsync();
        Assert.Equal("Second", Assert.Single(Assert.Single(await _host.PlaylistsAsync()).Tracks).SourceTrack.Title);
    }

    [Fact]
    public async Task A_playlist_that_was_imported_by_hand_is_the_same_one_and_is_taken_up()
    {
        var songs = _host.Core.FillLibrary(3);
        var id = await _host.Core.ImportAsync(_host.Ann, "Road trip", songs);
        _host.Write("Road trip.csv", songs.Take(2).Select(track => track.Title));

        var connection = await _host.RefreshAsync();

        var playlist = Assert.Single(await _host.PlaylistsAsync());
        Assert.Equal((id, connection.Id, 2), (playlist.Id, playlist.ConnectionId, playlist.Tracks.Count));
    }

    [Fact]
    public async Task What_the_user_forgot_stays_away_and_new_ones_come_only_while_they_are_wanted()
    {
        _host.Write("Old.csv", ["Harbour"]);
        var connection = await _host.RefreshAsync();
        Assert.True(await _host.Core.Choices.ForgetAsync(_host.Ann.UserId, Assert.Single(await _host.PlaylistsAsync()).Id, default));
        _host.Write("Old.csv", ["Harbour", "Light"], TimeSpan.FromMinutes(5));
        await _host.RefreshAsync();
        Assert.Empty(await _host.PlaylistsAsync());

        await _host.Core.Get<SourceConnections>().SetNewOnesAsync(_host.Ann.UserId, connection.Id, adds: false, syncs: false, default);
        _host.Write("New.csv", ["Harbour"]);
        await _host.RefreshAsync();
        Assert.Empty(await _host.PlaylistsAsync());

        // A playlist that is chosen by hand is imported all the same.
        await _host.Core.AddAsync(_host.Ann, connection, keepInSync: false, "csv:New");
        Assert.Equal("New", Assert.Single(await _host.PlaylistsAsync()).Name);
    }

    [Fact]
    public async Task What_is_no_playlist_is_passed_over_without_a_word()
    {
        foreach (var name in new[] { "cover.jpg", "notes.md", ".hidden.csv", "~$Road trip.csv", "Road trip.csv.part", "Road trip.csv.crdownload", "x.tmp", "README" })
        {
            _host.WriteText(name, "Title,Artist\nHarbour,Ada\n");
        }

        _host.WriteText("somebody-else/Deep.csv", "Title,Artist\nHarbour,Ada\n");
        _host.WriteText("ann/deeper/Deep.csv", "Title,Artist\nHarbour,Ada\n");
        await _host.RefreshAsync();

        Assert.Empty(await _host.PlaylistsAsync());
        Assert.Empty(_host.RemarksFor("ann"));
    }

    [Fact]
    public async Task A_list_that_does_not_say_which_side_is_the_title_is_read_by_what_its_user_has()
    {
        var songs = _host.Core.FillLibrary(2);
        await _host.Core.Get<LibraryIndexCache>().GetFreshAsync(_host.Ann.Id, null, null, default);
        _host.WriteText("list.txt", string.Join('\n', songs.Select(song => $"{song.Title} - {song.ArtistLine}")));

        await _host.RefreshAsync();

        Assert.Equal(songs.Select(song => song.Title), Assert.Single(await _host.PlaylistsAsync()).Tracks.Select(track => track.SourceTrack.Title));
    }
}
