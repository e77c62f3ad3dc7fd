using Bunit;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Core.Targets;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.PlaylistDetail;
using static Spotter.Tests.Support.TestTracks;

namespace Spotter.Tests.Web.Components.Pages.PlaylistDetail;

public sealed class PlaylistPageTests : PageTest
{
    [Fact]
    public async Task Another_users_playlist_is_not_here()
    {
        var bob = await Host.Database.AddUserAsync("bob");
        var playlist = await Host.Database.AddPlaylistAsync(bob, "Private", Matched("Secret", "1"));

        var page = Open(playlist.Id);

        page.WaitForElement(Id("empty"));
        Assert.DoesNotContain("Private", page.Markup, StringComparison.Ordinal);
        Assert.DoesNotContain("Secret", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Each_row_says_what_was_found_how_and_what_one_can_do()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Matched("Creep", "1", MatchTier.Isrc), Doubtful("Alive (Live)", "2"), Wanted("Suerte"));

        var page = Open(playlist.Id);

        page.WaitForAssertion(() => Assert.Equal(["matched", "review", "missing"], Zones(page)));
        var rows = page.FindAll(Id("report-row"));
        Assert.Contains("ISRC", rows[0].TextContent, StringComparison.Ordinal);
        Assert.Contains("other version", rows[1].TextContent, StringComparison.Ordinal);
        Assert.Equal(["Find", "Never"], rows[2].QuerySelectorAll("button").Select(button => button.TextContent));
    }

    [Fact]
    public async Task A_row_changes_at_once_when_the_user_decides_anywhere()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Wanted("One"), Doubtful("Two", "2"));
        var page = Open(playlist.Id);
        page.WaitForAssertion(() => Assert.Equal(["missing", "review"], Zones(page)));

        var track = (await Host.FindAsync(playlist.Id)).Tracks[1];
        await Host.Get<MatchCorrections>().NeverAsync(Ann.UserId, track.Id, default);

        page.WaitForAssertion(() => Assert.Equal(["missing", "missing"], Zones(page)));
        Assert.Equal("Undo", page.FindAll(Id("report-row"))[1].QuerySelector("button")!.TextContent);
    }

    [Fact]
    public async Task The_chart_grows_while_a_run_matches()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", [.. Enumerable.Range(1, 40).Select(i => Waiting($"T{i}"))]);
        var page = Open(playlist.Id);
        page.WaitForElement(Id("tier-chart"));

        Host.Get<EventBus>().Publish(new SyncProgressed(
            Ann.UserId, playlist.Id, SyncPhase.Matching, 30, 40, new Dictionary<MatchTier, int> { [MatchTier.Exact] = 24 }, Review: 4, Missing: 2));

        page.WaitForAssertion(() => Assert.Equal(["exact 24", "review 4", "missing 2", "waiting 10"], page.FindAll(".sp-chart-legend li").Select(li => li.TextContent.Trim())));
    }

    [Fact]
    public async Task The_head_draws_the_match_rate_of_the_last_thirty_runs()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Matched("A", "1"));
        for (var i = 1; i <= 40; i++)
        {
            await Host.Database.AddEventAsync(Ann.UserId, playlist.Id, SyncEventType.Started);
            await Host.Database.AddEventAsync(Ann.UserId, playlist.Id, SyncEventType.Completed, metadata: $$"""{"matchRate":{{i}}}""");
        }

        await Host.Database.AddEventAsync(Ann.UserId, playlist.Id, SyncEventType.Skipped);

        var page = Open(playlist.Id);

        page.WaitForAssertion(() => Assert.Equal(29, page.FindAll($"{Id("trend")} tbody tr").Count));
        Assert.Equal("40 %", page.Find($"{Id("trend")} > span").TextContent);
        Assert.Equal("Matched, in the last 29 syncs", page.Find($"{Id("trend")} caption").TextContent);
    }

    [Fact]
    public async Task Apply_anyway_approves_exactly_the_plan_that_was_held_back()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Matched("A", "1"));
        await ChangeAsync(playlist.Id, p => (p.Status, p.HeldBackRule, p.HeldBackPlan, p.SyncError) = (SyncStatus.Warning, SafetyRule.TargetWouldShrink, "the-plan", new Fact.SaidBefore("It would shrink.")));
        var page = Open(playlist.Id);
        page.WaitForAssertion(() => Assert.Contains("It would shrink.", page.Find(Id("held-back")).TextContent, StringComparison.Ordinal));

        page.Find(Id("apply-anyway")).Click();
        await Dialogs.WaitForElement(Id("confirm")).ClickAsync(new());

        await using var db = Host.Database.CreateDbContext();
        await page.WaitForAssertionAsync(() => Assert.Equal("the-plan", db.SyncRequests.AsNoTracking().Single(request => request.PlaylistId == playlist.Id).ApprovedPlan));
    }

    [Fact]
    public async Task A_playlist_of_the_server_is_shown_and_cannot_be_synced()
    {
        Host.FillLibrary(3);
        await Host.Server.ReadLibraryAsync(null, default);
        var id = Host.Server.Add("On the server", ["s1", "s3"]);
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "On the server");
        await ChangeAsync(playlist.Id, p => (p.Source, p.RemoteId, p.SyncEnabled) = (ProviderKinds.Navidrome, id, false));

        var page = Open(playlist.Id);

        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll($"{Id("server-songs")} tbody tr.sp-report-row").Count));
        Assert.Empty(page.FindAll(Id("sync-now")));
        Assert.Empty(page.FindAll(Id("sync-switch")));
        Assert.Contains("lives on the music server itself", page.Markup, StringComparison.Ordinal);
    }

    [Fact]
    public async Task A_refused_sign_in_stands_before_every_other_notice()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Mix", Matched("A", "1"));
        await ChangeAsync(playlist.Id, p => (p.Status, p.SyncError) = (SyncStatus.Error, new Fact.SaidBefore("It failed.")));
        await using (var db = Host.Database.CreateDbContext())
        {
            await db.Accounts.ExecuteUpdateAsync(set => set.SetProperty(account => account.NeedsSignIn, true));
        }

        var page = Open(playlist.Id);

        page.WaitForAssertion(() => Assert.Contains("refuses your credentials", page.Find("[role=alert]").TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(Id("sync-error")));
    }

    private IRenderedComponent<PlaylistPage> Open(int playlistId) => Render<PlaylistPage>(page => page.Add(p => p.PlaylistId, playlistId));

    private static IEnumerable<string?> Zones(IRenderedComponent<PlaylistPage> page) => page.FindAll(Id("report-row")).Select(row => row.GetAttribute("data-zone"));

    private async Task ChangeAsync(int playlistId, Action<Playlist> change)
    {
        await using var db = Host.Database.CreateDbContext();
        change(await db.Playlists.SingleAsync(p => p.Id == playlistId));
        await db.SaveChangesAsync();
    }
}
