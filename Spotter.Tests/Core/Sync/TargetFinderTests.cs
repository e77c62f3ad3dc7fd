using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>Which list of the server is recognised as the target, and which never is.</summary>
public sealed class TargetFinderTests : IDisposable
{
    private readonly CoreHost _host = new();
    private Account? _ann;

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_playlist_that_never_had_a_target_has_none_and_the_server_is_not_asked()
    {
        var finding = await FindAsync(await PlaylistAsync(target: null));

        Assert.Equal(TargetSearchResult.None, finding);
        Assert.Empty(Server.Calls);
    }

    [Fact]
    public async Task The_list_with_the_marker_is_the_target_whatever_it_is_called_and_holds()
    {
        var playlist = await PlaylistAsync();
        var list = Server.Add("Anything", ["s9"]);
        Mark(list, playlist);

        Assert.Equal(list, (await FindAsync(playlist)).Target?.Summary.Id);
    }

    [Theory]
    [InlineData("is read-only")]
    [InlineData("is somebody else's")]
    [InlineData("is in the making")]
    [InlineData("is another playlist's target")]
    [InlineData("was left by another playlist")]
    public async Task A_list_with_the_marker_is_not_the_target_where_it(string why)
    {
        var playlist = await PlaylistAsync();
        var list = Server.Add(
            why == "is in the making" ? TargetToken.NameWith("Road trip", TargetToken.Create()) : "Road trip", ["s1", "s2"],
            why == "is somebody else's" ? "bob" : "ann", isReadOnly: why == "is read-only");
        Mark(list, playlist);
        if (why is "is another playlist's target" or "was left by another playlist")
        {
            await PlaylistAsync("Other", why[0] == 'i' ? list : null, why[0] == 'w' ? list : null);
        }

        var finding = await FindAsync(playlist);

        Assert.Equal((null, true), (finding.Target, finding.IsGone));
        Assert.Empty(finding.Candidates);
    }

    [Fact]
    public async Task What_another_user_keeps_on_another_server_under_the_same_id_is_no_obstacle()
    {
        var playlist = await PlaylistAsync();
        var list = Server.Add("Road trip", ["s1"]);
        Mark(list, playlist);
        var bob = await _host.Database.AddUserAsync("bob");
        await SetAsync((await _host.Database.AddPlaylistAsync(bob, "Bob's")).Id, list, null);

        Assert.Equal(list, (await FindAsync(playlist)).Target?.Summary.Id);
    }

    [Fact]
    public async Task Two_lists_with_the_marker_are_a_question_even_where_a_namesake_holds_the_songs()
    {
        var playlist = await PlaylistAsync();
        var marked = new[] { Server.Add("One", ["s1"]), Server.Add("Two", ["s1"]) };
        Array.ForEach(marked, list => Mark(list, playlist));
        var namesake = Server.Add("Road trip", ["s1", "s2", "s3", "s4"]);

        var finding = await FindAsync(playlist);

        Assert.Equal((null, true), (finding.Target, finding.IsGone));
        Assert.Equal([.. marked, namesake], finding.Candidates.Select(list => list.Id));
    }

    [Theory]
    [InlineData("half of the songs are enough", new[] { "s1", "s2", "s8", "s9" }, true)]
    [InlineData("less than half are not", new[] { "s1", "s7", "s8", "s9" }, false)]
    [InlineData("a shorter list is measured by its own length", new[] { "s1", "s9" }, true)]
    [InlineData("an empty list proves nothing", new string[0], false)]
    public async Task A_namesake_is_the_target_where_its_songs_agree(string why, string[] songs, bool isTarget)
    {
        var playlist = await PlaylistAsync();
        var list = Server.Add("Road trip", songs);

        var finding = await FindAsync(playlist);

        Assert.True(isTarget == (finding.Target?.Summary.Id == list), why);
        Assert.Equal(isTarget ? [] : [list], finding.Candidates.Select(candidate => candidate.Id));
    }

    [Fact]
    public async Task Of_a_longer_namesake_half_of_what_we_knew_is_enough()
    {
        var playlist = await PlaylistAsync();
        var list = Server.Add("Road trip", ["s1", "s2", "s5", "s6", "s7", "s8", "s9"]);

        Assert.Equal(list, (await FindAsync(playlist)).Target?.Summary.Id);
    }

    [Fact]
    public async Task A_namesake_is_one_by_the_name_that_was_written_too()
    {
        var playlist = await PlaylistAsync();
        playlist.TargetName = "As it was called";
        var list = Server.Add("As it was called", ["s1", "s2", "s3", "s4"]);

        Assert.Equal(list, (await FindAsync(playlist)).Target?.Summary.Id);
    }

    [Fact]
    public async Task A_list_of_another_name_with_the_same_songs_is_not_even_a_candidate()
    {
        var playlist = await PlaylistAsync();
        Server.Add("Something else", ["s1", "s2", "s3", "s4"]);

        var finding = await FindAsync(playlist);

        Assert.Equal((null, true), (finding.Target, finding.IsGone));
        Assert.Empty(finding.Candidates);
    }

    [Fact]
    public async Task Two_namesakes_with_the_same_songs_are_a_question()
    {
        var playlist = await PlaylistAsync();
        string[] lists = [Server.Add("Road trip", ["s1", "s2", "s3", "s4"]), Server.Add("Road trip", ["s1", "s2", "s3", "s4"])];

        var finding = await FindAsync(playlist);

        Assert.Null(finding.Target);
        Assert.Equal(lists, finding.Candidates.Select(list => list.Id));
    }

    [Theory]
    [InlineData("only proof will do", false)]
    [InlineData("nothing is known of what it held", true)]
    public async Task Songs_prove_nothing_where(string why, bool isEmpty)
    {
        var playlist = await PlaylistAsync();
        Server.Add("Road trip", ["s1", "s2", "s3", "s4"]);

        var finding = await _host.Get<TargetFinder>().FindAsync(playlist, isEmpty ? [] : null, Server, default);

        Assert.True(finding is { Target: null, IsGone: true, Candidates.Count: 1 }, why);
    }

    [Theory]
    [InlineData("it is gone", false, false)]
    [InlineData("it cannot be written any more", true, true)]
    public async Task A_list_that_was_left_is_missed_by_nobody_where(string why, bool exists, bool isReadOnly)
    {
        var list = Server.Add("Road trip", ["s1", "s2", "s3", "s4"], isReadOnly: isReadOnly);
        var playlist = await PlaylistAsync(target: null, left: exists ? list : "gone");

        Assert.True(TargetSearchResult.None == await FindAsync(playlist), why);
    }

    [Fact]
    public async Task A_list_that_was_left_is_gone_on_with_by_its_id()
    {
        var list = Server.Add("Called anything", ["s9"]);

        Assert.Equal(list, (await FindAsync(await PlaylistAsync(target: null, left: list))).Target?.Summary.Id);
    }

    [Fact]
    public async Task A_target_that_cannot_be_written_any_more_is_still_the_target()
    {
        var list = Server.Add("Road trip", ["s1"], isReadOnly: true);

        Assert.Equal(list, (await FindAsync(await PlaylistAsync(target: list))).Target?.Summary.Id);
    }

    [Theory]
    [InlineData("", true)]
    [InlineData("is read-only", false)]
    [InlineData("is somebody else's", false)]
    public async Task A_list_under_the_id_that_an_upgrade_gave_the_target_is_the_target_unless_it(string what, bool isTarget)
    {
        var list = Server.Add("Road trip", ["s1"]);
        var playlist = await PlaylistAsync(target: list);
        Server.Renumber(id => id + "-new");
        Server.Edit(list + "-new", summary => summary with { IsReadOnly = what == "is read-only", IsOwn = what != "is somebody else's", Comment = null, Name = "Other" });

        Assert.Equal(isTarget ? list + "-new" : null, (await FindAsync(playlist)).Target?.Summary.Id);
    }

    private Task<TargetSearchResult> FindAsync(Playlist playlist)
        => _host.Get<TargetFinder>().FindAsync(playlist, [.. Server.Library.Take(4)], Server, default);

    private void Mark(string list, Playlist playlist)
        => Server.Edit(list, summary => summary with { Comment = TargetMarker.CommentOf(playlist.Marker, "a file", 1, 1) });

    /// <summary>A playlist whose target is gone, unless another is named. It held the first four of nine songs.</summary>
    private async Task<Playlist> PlaylistAsync(string name = "Road trip", string? target = "gone", string? left = null)
    {
        if (_ann is null)
        {
            _ann = await _host.Database.AddUserAsync();
            _host.FillLibrary(9);
            await Server.ReadLibraryAsync(null, default);
            Server.Calls.Clear();
        }

        var id = (await _host.Database.AddPlaylistAsync(_ann, name)).Id;
        await SetAsync(id, target, left);
        return await _host.FindAsync(id);
    }

    private async Task SetAsync(int id, string? target, string? left)
    {
        await using var db = _host.Database.CreateDbContext();
        await db.Playlists.Where(p => p.Id == id)
            .ExecuteUpdateAsync(set => set.SetProperty(p => p.NavidromePlaylistId, target).SetProperty(p => p.LeftTargetId, left));
    }
}
