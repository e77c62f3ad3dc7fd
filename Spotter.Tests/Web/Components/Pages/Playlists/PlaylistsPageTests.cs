using Bunit;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Web.Components;
using Spotter.Web.Components.Pages.Playlists;

namespace Spotter.Tests.Web.Components.Pages.Playlists;

public sealed class PlaylistsPageTests : PageTest
{
    [Fact]
    public void A_first_visit_shows_ways_in_instead_of_an_empty_table()
    {
        var page = Render<PlaylistsPage>();

        page.WaitForElement("[data-testid=first-visit]");
        Assert.Empty(page.FindAll("[data-testid=playlist]"));
    }

    [Fact]
    public async Task A_badge_moves_without_a_reload()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Road trip");
        var page = Render<PlaylistsPage>();
        Assert.Equal("pending", page.WaitForElement("[data-testid=status-badge]").GetAttribute("data-status"));

        await using (var db = Host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set
                .SetProperty(p => p.Status, SyncStatus.Warning).SetProperty(p => p.MatchedCount, 47).SetProperty(p => p.MissingCount, 3));
        }

        Host.Get<EventBus>().Publish(new PlaylistStatusChanged(Ann.UserId, playlist.Id));

        page.WaitForAssertion(() =>
        {
            var badge = page.Find("[data-testid=status-badge]");
            Assert.Equal("warning", badge.GetAttribute("data-status"));
            Assert.Contains("47/50", badge.TextContent, StringComparison.Ordinal);
        });
    }

    [Fact]
    public async Task A_run_fills_the_bar_as_it_goes()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Road trip");
        await using (var db = Host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, SyncStatus.Syncing));
        }

        var page = Render<PlaylistsPage>();
        page.WaitForElement("[data-testid=playlist]");

        Host.Get<EventBus>().Publish(new SyncProgressed(
            Ann.UserId, playlist.Id, SyncPhase.Matching, 30, 50, new Dictionary<MatchTier, int> { [MatchTier.Exact] = 25 }, 5, 0));

        page.WaitForAssertion(() => Assert.Equal(
            "25 matched, 5 to review, 20 missing", page.Find("[data-testid=row-progress] .sp-matchbar").GetAttribute("aria-label")));
    }

    [Fact]
    public async Task Syncing_five_hundred_playlists_is_a_handful_of_drawings()
    {
        GatheringClock = Host.Clock;
        for (var i = 1; i <= 500; i++)
        {
            await Host.Database.AddPlaylistAsync(Ann, $"Mix {i}");
        }

        await using (var db = Host.Database.CreateDbContext())
        {
            await db.Playlists.ExecuteUpdateAsync(set => set.SetProperty(p => p.Status, SyncStatus.Success));
        }

        var page = Render<PlaylistsPage>();
        page.WaitForElement("[data-testid=playlist]");
        var drawn = page.RenderCount;

        // Each causes an event when it is queued, when it begins and when it ends.
        Assert.Equal(500, await Host.Requests.RequestAllAsync(Ann.UserId, SyncTrigger.User, default));
        for (var i = 1; i <= 500; i++)
        {
            Host.Get<EventBus>().Publish(new PlaylistStatusChanged(Ann.UserId, i));
            Host.Get<EventBus>().Publish(new PlaylistStatusChanged(Ann.UserId, i));
        }

        Host.Clock.Advance(EventGathering.Period);

        page.WaitForAssertion(() => Assert.All(page.FindAll("[data-testid=playlist]"), tile => Assert.Contains("Pending", tile.TextContent, StringComparison.Ordinal)));
        Assert.InRange(page.RenderCount - drawn, 1, 3);
    }

    [Fact]
    public async Task The_filters_live_in_the_address()
    {
        await Host.Database.AddPlaylistAsync(Ann, "Road trip");
        await Host.Database.AddPlaylistAsync(Ann, "Evening");
        GoTo("./?q=road");

        var page = Render<PlaylistsPage>();

        page.WaitForAssertion(() => Assert.Equal("Road trip", page.Find("[data-testid=playlist]").GetAttribute("aria-label")));
        GoTo("./?status=error");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=playlist]")));
        Assert.NotEmpty(page.FindAll("[data-testid=empty]"));
    }

    [Fact]
    public async Task Nobody_sees_the_playlists_of_others()
    {
        var other = await Host.Database.AddUserAsync("ben");
        await Host.Database.AddPlaylistAsync(other, "Ben's secrets");

        var page = Render<PlaylistsPage>();

        page.WaitForElement("[data-testid=first-visit]");
    }

    [Fact]
    public async Task An_imported_playlist_appears_by_itself()
    {
        var page = Render<PlaylistsPage>();
        page.WaitForElement("[data-testid=first-visit]");

        await Host.ImportAsync(Ann, "Fresh", [CoreHost.Track("One")]);

        page.WaitForElement("[data-testid=playlist]");
    }

    [Fact]
    public async Task Switching_on_several_leaves_out_what_the_server_already_has_by_that_name()
    {
        var road = await Host.ImportAsync(Ann, "Road trip", [CoreHost.Track("One")]);
        var evening = await Host.ImportAsync(Ann, "Evening", [CoreHost.Track("Two")]);
        Host.Server.Add("road TRIP", []);
        var page = Render<PlaylistsPage>();
        page.WaitForElement("[data-testid=playlist]");

        foreach (var name in new[] { "Road trip", "Evening" })
        {
            page.Find($"input[aria-label='Select {name}']").Change(true);
        }

        page.Find("[data-testid=enable-selected]").Click();

        await Eventually.HoldsAsync("the free name is switched on", async () => (await Host.FindAsync(evening)).SyncEnabled);
        page.WaitForAssertion(() => Assert.Empty(page.FindAll("[data-testid=action-bar]")));
        Assert.False((await Host.FindAsync(road)).SyncEnabled);
    }
}
