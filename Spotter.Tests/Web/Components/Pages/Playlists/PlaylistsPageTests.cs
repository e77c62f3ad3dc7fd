using Bunit;
using Microsoft.AspNetCore.Components;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Events;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Providers;
using Spotter.Core.Scheduling;
using Spotter.Tests.Support;
using Spotter.Web.Components;
using Spotter.Web.Components.Pages.Playlists;
using Spotter.Web.Components.Shared;

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
    public async Task Who_has_playlists_on_the_server_alone_is_shown_the_ways_in_and_those_below()
    {
        await AddOnServerAsync("Made by hand");

        var page = Render<PlaylistsPage>();

        Assert.Contains("Bring your first playlist in", page.WaitForElement(Id("first-visit")).TextContent, StringComparison.Ordinal);
        var below = page.Find(Id("on-server"));
        Assert.Contains("Made by hand", below.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll(Id("status-off")));
        Assert.Empty(page.FindAll(Id("playlist")).Except(below.QuerySelectorAll(Id("playlist"))));
    }

    [Fact]
    public async Task Who_has_never_synced_anything_is_told_to_switch_one_on_until_they_have()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", Host.FillLibrary(2));
        await AddOnServerAsync("Made by hand");
        var page = Render<PlaylistsPage>();
        Assert.Contains("Switch one on and watch", page.WaitForElement(Id("first-visit")).TextContent, StringComparison.Ordinal);
        Assert.Equal(3, page.FindAll(".sp-way").Count);
        Assert.Contains("1", page.Find(Id("status-off")).TextContent, StringComparison.Ordinal);

        await Host.EnableAndRunAsync(Ann, id);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Id("first-visit"))));
        Assert.Single(page.FindAll(Id("on-server")));
        GoTo("./?status=success");
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Id("on-server"))));
        Assert.Single(page.FindAll(Id("playlist")));
        GoTo("./?source=navidrome");
        page.WaitForAssertion(() => Assert.Equal("Made by hand", page.Find(Id("playlist")).GetAttribute("aria-label")));
        Assert.Empty(page.FindAll(Id("empty")));
    }

    [Fact]
    public async Task One_line_says_how_all_playlists_stand_and_counts_a_track_once()
    {
        var tracks = Host.FillLibrary(2);
        var nowhere = CoreHost.Track("Nowhere to be found", "Zed");
        var doubtful = CoreHost.Track(CoreHost.TitleOf(2) + " (Live)");
        await Host.EnableAndRunAsync(Ann, await Host.ImportAsync(Ann, "Full", [tracks[0]]));
        await Host.EnableAndRunAsync(Ann, await Host.ImportAsync(Ann, "One", [tracks[0], nowhere, doubtful]));
        await Host.EnableAndRunAsync(Ann, await Host.ImportAsync(Ann, "Two", [tracks[0], nowhere, doubtful]));

        var page = Render<PlaylistsPage>();

        var links = page.WaitForElement(Id("overview")).QuerySelectorAll("a");
        Assert.Equal(["1 of 3 in sync", "1 to review", "1 album missing"], links.Take(3).Select(link => link.TextContent.Trim()));
        Assert.Equal(["./?status=success", "review", "missing"], links.Take(3).Select(link => link.GetAttribute("href")));
    }

    [Fact]
    public async Task Missing_tracks_of_no_known_album_are_counted_as_tracks_and_albums_whatever_their_case()
    {
        await Host.Database.AddPlaylistAsync(Ann, "Texts", TestTracks.Wanted("One"), TestTracks.Wanted("Two"));
        var page = Render<PlaylistsPage>();
        Assert.Contains("2 tracks missing", page.WaitForElement(Id("overview")).TextContent, StringComparison.Ordinal);

        await Host.Database.AddPlaylistAsync(
            Ann, "Albums", TestTracks.Wanted("Three", album: "Morning"), TestTracks.Wanted("Four", album: "MORNING "), TestTracks.Wanted("Five", album: "Evening"),
            TestTracks.Wanted("Six", "Somebody else", album: "Morning"), TestTracks.Wanted("Seven", album: "Never", reason: MatchReason.NeverMatch));
        Host.Get<EventBus>().Publish(new PlaylistListChanged(Ann.UserId));

        page.WaitForAssertion(() => Assert.Contains("3 albums missing", page.Find(Id("overview")).TextContent, StringComparison.Ordinal));
        Assert.Equal("6 tracks that your library lacks", page.Find($"{Id("overview")} a[href=missing]").GetAttribute("title"));
    }

    [Fact]
    public async Task The_next_sync_is_a_time_of_day_where_the_reader_is()
    {
        await Host.Database.AddPlaylistAsync(Ann, "Road trip");
        var zone = TimeZoneInfo.CreateCustomTimeZone("east", TimeSpan.FromHours(3), "east", "east");
        var next = Host.Get<Schedules>().NextLook(null)!.Value;

        var page = Render<CascadingValue<PageTime>>(parameters => parameters
            .Add(value => value.Value, new PageTime(Host.Clock.GetUtcNow(), zone))
            .AddChildContent<PlaylistsPage>());

        var link = page.WaitForElement($"{Id("overview")} a[href=activity]");
        Assert.Equal($"next {next.ToOffset(zone.BaseUtcOffset):HH:mm}", link.TextContent.Trim());
    }

    [Fact]
    public async Task The_order_lives_in_the_address_and_survives_a_filter()
    {
        await AddSizedAsync(("Short", 1), ("Long", 3), ("Middle", 2));
        await Services.GetRequiredService<CurrentPreferences>().ChangeAsync(p => p with { PlaylistsAsTable = true });
        GoTo("./?sort=tracks");

        var page = Render<PlaylistsPage>();

        page.WaitForAssertion(() => Assert.Equal(["Short", "Middle", "Long"], NamesIn(page)));
        Assert.Equal("ascending", page.Find("[role=columnheader].sp-list-tracks").GetAttribute("aria-sort"));
        Assert.Equal("none", page.Find("[role=columnheader].sp-list-name").GetAttribute("aria-sort"));
        GoTo(page.Find(Id("sort-tracks")).GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal(["Long", "Middle", "Short"], NamesIn(page)));
        GoTo(page.Find(Id("status-pending")).GetAttribute("href")!);
        page.WaitForAssertion(() => Assert.Equal(["Long", "Middle", "Short"], NamesIn(page)));
        Assert.EndsWith("?status=pending&sort=-tracks", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal);
    }

    [Fact]
    public async Task Tiles_are_sorted_in_the_panel()
    {
        await AddSizedAsync(("Short", 1), ("Long", 3), ("Middle", 2));
        var page = Render<PlaylistsPage>();
        page.WaitForAssertion(() => Assert.Equal(["Long", "Middle", "Short"], NamesIn(page)));

        page.Find(Id("sort-by")).Change("tracks");
        page.WaitForAssertion(() => Assert.EndsWith("?sort=-tracks", Services.GetRequiredService<NavigationManager>().Uri, StringComparison.Ordinal));
        page.WaitForElement(Id("order-ascending")).Change(true);

        page.WaitForAssertion(() => Assert.Equal(["Short", "Middle", "Long"], NamesIn(page)));
        Assert.Empty(page.FindAll(Id("column-source")));
    }

    [Fact]
    public async Task Columns_and_the_height_of_rows_are_chosen_and_kept()
    {
        await AddSizedAsync(("Short", 1));
        await Services.GetRequiredService<CurrentPreferences>().ChangeAsync(p => p with { PlaylistsAsTable = true });
        var page = Render<PlaylistsPage>();
        page.WaitForElement(Id("playlist"));

        page.Find(Id("column-source")).Change(false);
        page.Find(Id("column-next")).Change(false);
        page.Find(Id("rows-compact")).Change(true);

        page.WaitForAssertion(() => Assert.NotEmpty(page.FindAll(".sp-list-dense")));
        Assert.Empty(page.FindAll(".sp-list-source, .sp-list-next"));
        Assert.Equal(2, page.FindAll(".sp-list-last").Count);
        await using (var db = Host.Database.CreateDbContext())
        {
            var stored = (await db.Users.SingleAsync()).Preferences;
            Assert.True(stored.PlaylistsDense);
            Assert.Equal(["source", "next"], stored.HiddenPlaylistColumns);
        }

        page.Find(Id("column-next")).Change(true);
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(".sp-list-next").Count));
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

    private async Task AddSizedAsync(params (string Name, int Tracks)[] playlists)
    {
        foreach (var (name, tracks) in playlists)
        {
            await Host.Database.AddPlaylistAsync(Ann, name, [.. Enumerable.Range(1, tracks).Select(n => TestTracks.Waiting($"Track {n}"))]);
        }
    }

    private static IEnumerable<string> NamesIn(IRenderedComponent<PlaylistsPage> page)
        => page.FindAll($"{Id("playlist")} :is(.sp-tile-name, .sp-list-title a)").Select(link => link.TextContent);

    private async Task AddOnServerAsync(string name)
    {
        await using var db = Host.Database.CreateDbContext();
        db.Playlists.Add(new Playlist { UserId = Ann.UserId, AccountId = Ann.Id, Source = ProviderKinds.Navidrome, RemoteId = name, Name = name });
        await db.SaveChangesAsync();
    }
}
