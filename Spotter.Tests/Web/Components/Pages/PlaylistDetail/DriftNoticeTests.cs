using Bunit;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.PlaylistDetail;
using static Spotter.Tests.Support.TestTracks;

namespace Spotter.Tests.Web.Components.Pages.PlaylistDetail;

public sealed class DriftNoticeTests : PageTest
{
    [Fact]
    public async Task What_was_changed_on_the_server_is_said_in_plain_words_with_the_songs_until_it_is_put_away()
    {
        var playlist = await ChangedAsync(EditPolicy.Mirror);
        var page = Open(playlist.Id);
        page.WaitForAssertion(() => Assert.Contains(
            "Changed on the music server: 2 songs added, 1 song removed. The source won, so this was undone. The history has the previous content.",
            page.Find(Id("drift")).TextContent, StringComparison.Ordinal));
        Assert.Contains("Added: Ada – One, Bea – Two", page.Find(Id("drift")).TextContent, StringComparison.Ordinal);
        Assert.Contains("Removed: Cid – Three", page.Find(Id("drift")).TextContent, StringComparison.Ordinal);

        page.Find(Id("drift-dismiss")).Click();

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Id("drift"))));
    }

    [Theory]
    [InlineData("gonic", "Changed in gonic: ")]
    [InlineData("navidrome", "Changed in Navidrome: ")]
    public async Task The_server_is_called_by_its_own_name(string type, string begins)
    {
        var playlist = await ChangedAsync(EditPolicy.Mirror);
        await Host.Get<ServerProfiles>().SaveAsync(Ann.ServerUrl, new ServerProfile { Type = type }, default);

        var page = Open(playlist.Id);

        page.WaitForAssertion(() => Assert.StartsWith(begins, page.Find(Id("drift")).TextContent.Trim(), StringComparison.Ordinal));
    }

    [Fact]
    public async Task Songs_added_in_Navidrome_can_be_kept_from_now_on_with_one_click()
    {
        var playlist = await ChangedAsync(EditPolicy.Mirror);
        var page = Open(playlist.Id);

        page.WaitForElement(Id("drift-keep")).Click();

        page.WaitForElement(Id("keeps-added"));
        Assert.Equal(EditPolicy.KeepAdded, (await Host.FindAsync(playlist.Id)).EditPolicy);
        Assert.Empty(page.FindAll(Id("drift-keep")));
    }

    [Fact]
    public async Task A_list_that_is_gone_can_be_paired_or_created_again()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Matched("A", "1"));
        await ChangeAsync(playlist.Id, p => (p.Status, p.HeldBackRule, p.HeldBackPlan, p.SyncError) = (SyncStatus.Warning, SafetyRule.TargetGone, "the-plan", new Fact.SaidBefore("It is gone.")));
        var page = Open(playlist.Id);
        page.WaitForElement(Id("pair-again"));
        Assert.Empty(page.FindAll(Id("apply-anyway")));

        page.Find(Id("create-again")).Click();
        Dialogs.WaitForElement(Id("confirm")).Click();

        page.WaitForAssertion(() =>
        {
            using var db = Host.Database.CreateDbContext();
            Assert.Equal("the-plan", db.SyncRequests.AsNoTracking().Single(request => request.PlaylistId == playlist.Id).ApprovedPlan);
        });
    }

    [Fact]
    public async Task Tracks_that_were_newly_matched_are_told_for_three_days()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Matched("A", "1"));
        await ChangeAsync(playlist.Id, p => (p.Status, p.NewlyMatchedCount, p.NewlyMatchedAt) = (SyncStatus.Success, 7, Host.Clock.GetUtcNow()));
        var page = Open(playlist.Id);
        page.WaitForAssertion(() => Assert.StartsWith("7 newly matched", page.Find(Id("newly-matched")).TextContent, StringComparison.Ordinal));

        Host.Clock.Advance(TimeSpan.FromDays(3));
        var later = Open(playlist.Id);

        later.WaitForElement(Id("report-row"));
        Assert.Empty(later.FindAll(Id("newly-matched")));
    }

    private IRenderedComponent<PlaylistPage> Open(int playlistId) => Render<PlaylistPage>(page => page.Add(p => p.PlaylistId, playlistId));

    private async Task<Playlist> ChangedAsync(EditPolicy policy)
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Matched("A", "1"));
        await ChangeAsync(playlist.Id, p => p.Status = SyncStatus.Success);
        await using var db = Host.Database.CreateDbContext();
        db.WrittenTargets.Add(new WrittenTarget
        {
            PlaylistId = playlist.Id,
            Drift = new() { At = Host.Clock.GetUtcNow(), Policy = policy, Added = 2, Removed = 1, AddedTitles = ["Ada – One", "Bea – Two"], RemovedTitles = ["Cid – Three"] },
        });
        await db.SaveChangesAsync();
        return playlist;
    }

    private async Task ChangeAsync(int playlistId, Action<Playlist> change)
    {
        await using var db = Host.Database.CreateDbContext();
        change(await db.Playlists.SingleAsync(p => p.Id == playlistId));
        await db.SaveChangesAsync();
    }
}
