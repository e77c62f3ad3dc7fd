using Spotter.Core.Facts;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Sync;

/// <summary>What users see before a sync or a pairing, without anything being written.</summary>
public sealed class SyncPreviewsTests : IDisposable
{
    private readonly CoreHost _host = new();

    private FakeMusicServer Server => _host.Server;

    public void Dispose() => _host.Dispose();

    [Fact]
    public async Task A_sync_is_shown_as_what_comes_goes_and_moves_with_what_somebody_changed()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(6));
        var list = (await _host.EnableAndRunAsync(ann, id)).NavidromePlaylistId!;
        Server.SetContent(list, "s2", "s1", "s3", "s4", "s6");
        var writes = Server.Writes.Count;

        var preview = await PreviewAsync(ann.UserId, id);

        Assert.Equal(["s5"], preview.Added.Select(song => song.Id));
        Assert.Empty(preview.Removed);
        Assert.Single(preview.Moved);
        Assert.Equal((6, 0, 0), (preview.Matched, preview.Review, preview.Missing));
        Assert.Equal((list, "Road trip"), (preview.Plan.TargetId, preview.Plan.Name));
        Assert.Equal((1, 1), (preview.Drift!.Removed, preview.Drift.Moved));
        Assert.Null(preview.HeldBack);
        Assert.Null(preview.Caution);
        Assert.Equal(writes, Server.Writes.Count);
    }

    [Fact]
    public async Task A_name_given_on_the_server_is_kept_by_the_sync_and_so_by_its_preview()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        var list = (await _host.EnableAndRunAsync(ann, id)).NavidromePlaylistId!;
        Server.Edit(list, summary => summary with { Name = "Mine" });

        Assert.Equal("Mine", (await PreviewAsync(ann.UserId, id)).Plan.Name);
    }

    [Fact]
    public async Task A_pairing_is_shown_against_the_chosen_list_under_its_name_and_with_a_caution()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        await _host.EnableAndRunAsync(ann, id);
        var other = Server.Add("By hand", ["s1", "s3"]);

        var preview = await PreviewAsync(ann.UserId, id, other);

        Assert.Equal((other, "By hand"), (preview.Plan.TargetId, preview.Plan.Name));
        Assert.Equal(["s2"], preview.Added.Select(song => song.Id));
        Assert.IsType<Fact.PairCaution>(preview.Caution);
        Assert.Null(preview.Drift);
    }

    [Fact]
    public async Task Pairing_with_the_target_that_it_has_is_what_a_sync_would_do()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        var list = (await _host.EnableAndRunAsync(ann, id)).NavidromePlaylistId!;
        Server.SetContent(list, "s1", "s2");

        var preview = await PreviewAsync(ann.UserId, id, list);

        Assert.Equal(1, preview.Drift?.Removed);
        Assert.Equal(["s3"], preview.Added.Select(song => song.Id));
    }

    [Fact]
    public async Task A_list_called_like_the_playlist_leaves_the_name_to_the_source()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(12));
        var other = Server.Add("Road trip", _host.Server.Library.Select(song => song.Id));
        await _host.Choices.RenameTargetAsync(ann.UserId, id, "Given", default);

        Assert.Equal("Road trip", (await PreviewAsync(ann.UserId, id, other)).Plan.Name);
    }

    [Fact]
    public async Task What_would_lose_too_much_is_shown_as_held_back()
    {
        var ann = await _host.Database.AddUserAsync();
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));
        var other = Server.Add("Everything", Enumerable.Range(1, 30).Select(i => $"x{i}"));
        Server.Library.AddRange(Enumerable.Range(1, 30).Select(i => FakeMusicServer.Song($"x{i}", $"Iron Bell {i}")));

        Assert.Equal(SafetyRule.TargetWouldShrink, (await PreviewAsync(ann.UserId, id, other)).HeldBack?.Rule);
    }

    [Fact]
    public async Task Nobody_previews_the_playlist_of_another()
    {
        var (ann, bob) = (await _host.Database.AddUserAsync(), await _host.Database.AddUserAsync("bob"));
        var id = await _host.ImportAsync(ann, "Road trip", _host.FillLibrary(3));

        Assert.Null(await _host.Get<SyncPreviews>().PreviewAsync(bob.UserId, id, null, default));
    }

    private async Task<SyncPreview> PreviewAsync(int userId, int playlistId, string? pairWithId = null)
        => (await _host.Get<SyncPreviews>().PreviewAsync(userId, playlistId, pairWithId, default))!;
}
