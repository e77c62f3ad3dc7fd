using Bunit;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.PlaylistDetail;

namespace Spotter.Tests.Web.Components.Pages.PlaylistDetail;

public sealed class CompareViewTests : PageTest
{
    [Fact]
    public async Task Extra_absent_and_moved_rows_stand_beside_each_other_and_a_sync_settles_them()
    {
        var (id, list) = await SyncedAsync(4);
        Host.Server.SetContent(list, "s3", "s9", "s1", "s2");

        var page = Open(id);

        page.WaitForAssertion(() => Assert.Equal(["same", "same", "moved", "absent", "unmatched"], KindsIn(page).Where(kind => kind != "extra")));
        Assert.Contains("extra", KindsIn(page));
        Assert.Equal(
            "1 only on the music server, 1 not there yet, 1 out of order. The source wins: the next sync takes the extra songs out, and the history keeps them.",
            page.Find(Id("compare-summary")).TextContent);

        page.Find(Id("compare-sync")).Click();
        await Eventually.HoldsAsync("a sync is queued", async () => (await Host.FindAsync(id)).SyncWantedAt is not null);
        Host.Clock.Advance(TimeSpan.FromMinutes(1));
        await Host.Runner.RunAsync(id, default);

        page.WaitForAssertion(() => Assert.Equal("Every matched track is there, in the source’s order.", page.Find(Id("compare-summary")).TextContent));
        Assert.Equal(["same", "same", "same", "same", "unmatched"], KindsIn(page));
        Assert.Empty(page.FindAll(Id("compare-sync")));
    }

    [Fact]
    public async Task The_extra_ones_are_kept_from_here()
    {
        var (id, list) = await SyncedAsync(2);
        Host.Server.SetContent(list, "s1", "s9", "s2");
        var page = Open(id);
        page.WaitForElement(Id("compare-keep")).Click();

        await Eventually.HoldsAsync("the policy is stored", async () => (await Host.FindAsync(id)).EditPolicy == EditPolicy.KeepAdded);
        page.WaitForAssertion(() => Assert.EndsWith("What you added there stays; the rest follows the source.", page.Find(Id("compare-summary")).TextContent, StringComparison.Ordinal));
        Assert.Empty(page.FindAll(Id("compare-keep")));
    }

    [Fact]
    public async Task A_decision_changes_its_row_without_asking_the_server_again()
    {
        var (id, _) = await SyncedAsync(2);
        var page = Open(id);
        page.WaitForElement("[aria-label='Never match Nowhere']");
        var reads = Host.Server.Calls.Count;

        page.Find("[aria-label='Never match Nowhere']").Click();

        page.WaitForElement("[aria-label='Undo never for Nowhere']");
        Assert.Contains("never", page.FindAll(Id("compare-row"))[^1].TextContent, StringComparison.Ordinal);
        Assert.Equal(reads, Host.Server.Calls.Count);
    }

    [Fact]
    public async Task The_kind_that_is_shown_lives_in_the_address()
    {
        var (id, list) = await SyncedAsync(3);
        Host.Server.SetContent(list, "s1", "s9", "s2", "s3");
        GoTo($"playlists/{id}?tab=compare&show=extra");
        var page = Render<PlaylistPage>(parameters => parameters.Add(p => p.PlaylistId, id));

        page.WaitForAssertion(() => Assert.Equal(["extra"], KindsIn(page)));
        Assert.Equal($"playlists/{id}?tab=compare", page.Find(Id("compare-all")).GetAttribute("href"));
        GoTo($"playlists/{id}?tab=compare&show=same");
        page.WaitForAssertion(() => Assert.Equal(["same", "same", "same"], KindsIn(page)));
    }

    [Fact]
    public async Task A_server_that_is_away_is_named_and_asked_again()
    {
        var (id, _) = await SyncedAsync(2);
        Host.Server.Before = _ => throw new ProviderException(ProviderKinds.Navidrome, ProviderFailure.Unavailable, new Spotter.Core.Facts.Fact.SaidBefore("The server did not answer."));
        var page = Open(id);
        page.WaitForAssertion(() => Assert.Contains("could not be read", page.Find(Id("compare")).TextContent, StringComparison.Ordinal));

        Host.Server.Before = null;
        page.Find($"{Id("compare")} button").Click();

        page.WaitForAssertion(() => Assert.Equal(["same", "same", "unmatched"], KindsIn(page)));
    }

    [Fact]
    public async Task A_target_that_is_gone_or_was_never_made_leaves_the_source_alone_on_its_side()
    {
        var (id, list) = await SyncedAsync(2);
        Host.Server.Drop(list);
        var page = Open(id);
        page.WaitForAssertion(() => Assert.StartsWith("The playlist is gone from", page.Find(Id("compare-summary")).TextContent, StringComparison.Ordinal));
        Assert.Equal(["absent", "absent", "unmatched"], KindsIn(page));

        var other = await Host.ImportAsync(Ann, "New", CoreHost.Tracks(1, 1));
        var fresh = Open(other);
        fresh.WaitForAssertion(() => Assert.StartsWith("Nothing is on the music server yet.", fresh.Find(Id("compare-summary")).TextContent, StringComparison.Ordinal));
        Assert.Equal(["unmatched"], KindsIn(fresh));
    }

    [Fact]
    public async Task Ten_thousand_rows_are_never_all_rendered()
    {
        var playlist = await Host.Database.AddPlaylistAsync(Ann, "Long", [.. Enumerable.Range(1, 10_000).Select(i => TestTracks.Matched($"T{i}", $"s{i}"))]);

        var page = Open(playlist.Id);

        page.WaitForAssertion(() => Assert.Contains("10,000", page.Find(Id("compare-all")).TextContent, StringComparison.Ordinal));
        Assert.InRange(page.FindAll(Id("compare-row")).Count, 0, 150);
    }

    /// <summary>A playlist of so many songs of the library and one track that nobody has, synced.</summary>
    private async Task<(int Id, string List)> SyncedAsync(int songs)
    {
        Host.FillLibrary(9);
        var id = await Host.ImportAsync(Ann, "Road trip", [.. CoreHost.Tracks(1, songs), CoreHost.Track("Nowhere", "Nobody")]);
        var playlist = await Host.EnableAndRunAsync(Ann, id);
        return (id, playlist.NavidromePlaylistId!);
    }

    private IRenderedComponent<PlaylistPage> Open(int id)
    {
        GoTo($"playlists/{id}?tab=compare");
        return Render<PlaylistPage>(parameters => parameters.Add(p => p.PlaylistId, id));
    }

    private static IEnumerable<string?> KindsIn(IRenderedComponent<PlaylistPage> page) => page.FindAll(Id("compare-row")).Select(row => row.GetAttribute("data-kind"));
}
