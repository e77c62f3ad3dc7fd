using Bunit;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Playlists;
using Spotter.Core.Playlists.Stored;
using Spotter.Tests.Support;
using Spotter.Web.Components.Shared;

namespace Spotter.Tests.Web.Components.Shared;

public sealed class SyncSwitchTests : PageTest
{
    [Fact]
    public async Task Switching_on_just_happens_where_the_name_is_free()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", [CoreHost.Track("One")]);
        var toggle = await SwitchAsync(id);

        toggle.Find("input").Change(true);

        await Eventually.HoldsAsync("it is on", async () => (await Host.FindAsync(id)).SyncEnabled);
        Assert.Equal(SyncOperation.Sync, (await RequestAsync(id)).Operation);
    }

    [Fact]
    public async Task Switching_on_offers_a_playlist_of_the_same_name_and_shows_what_pairing_changes()
    {
        var tracks = Host.FillLibrary(3);
        await Host.EnableAndRunAsync(Ann, await Host.ImportAsync(Ann, "Something else", tracks));
        var id = await Host.ImportAsync(Ann, "Road trip", tracks);
        var list = Host.Server.Add("Road trip", ["s3"]);
        var toggle = await SwitchAsync(id);

        toggle.Find("input").Change(true);

        Assert.Contains("Added 2, removed 0", Dialogs.WaitForElement("[data-testid=pair-preview]").TextContent, StringComparison.Ordinal);
        Dialogs.Find("[data-testid=confirm]").Click();
        await Eventually.HoldsAsync("a pairing is wanted", async () => (await Host.FindAsync(id)).SyncWantedAt is not null);
        var request = await RequestAsync(id);
        Assert.Equal((SyncOperation.Pair, list), (request.Operation, request.PairWithId));
        Assert.NotNull(request.ApprovedPlan);
    }

    [Fact]
    public async Task Another_name_leaves_the_one_there_is_alone()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", [CoreHost.Track("One")]);
        Host.Server.Add("Road trip", []);
        var toggle = await SwitchAsync(id);

        toggle.Find("input").Change(true);
        Dialogs.WaitForElement("[data-testid=choose-name]").Change(true);
        Dialogs.WaitForAssertion(() => Assert.False(Dialogs.Find("[data-testid=confirm]").HasAttribute("disabled")));
        Dialogs.Find("[data-testid=confirm]").Click();

        await Eventually.HoldsAsync("it is on", async () => (await Host.FindAsync(id)).SyncEnabled);
        Assert.Equal("Road trip (Spotter)", (await Host.FindAsync(id)).WantedName);
        Assert.Equal(SyncOperation.Sync, (await RequestAsync(id)).Operation);
    }

    [Fact]
    public async Task Switching_on_again_goes_on_with_the_list_that_was_left_without_a_question()
    {
        var id = await SyncedAsync();
        await Host.Requests.SetSyncEnabledAsync(Ann.UserId, id, false, false, SyncTrigger.User, default);
        await Host.RunAsync(id);
        var toggle = await SwitchAsync(id);

        toggle.Find("input").Change(true);

        await Eventually.HoldsAsync("it is on", async () => (await Host.FindAsync(id)).SyncEnabled);
        Assert.Equal(SyncOperation.Sync, (await RequestAsync(id)).Operation);
    }

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public async Task Switching_off_asks_what_becomes_of_the_target(bool delete)
    {
        var id = await SyncedAsync();
        var toggle = await SwitchAsync(id);

        toggle.Find("input").Change(false);
        if (delete)
        {
            Dialogs.WaitForElement("[data-testid=delete-target]").Change(true);
        }

        Dialogs.WaitForElement("[data-testid=confirm]").Click();

        await Eventually.HoldsAsync("it is off", async () => !(await Host.FindAsync(id)).SyncEnabled);
        var request = await RequestAsync(id);
        Assert.Equal((SyncOperation.Remove, delete), (request.Operation, request.DeleteTarget));
    }

    [Fact]
    public async Task A_switch_that_was_thought_better_of_stands_as_before()
    {
        var id = await SyncedAsync();
        var toggle = await SwitchAsync(id);

        toggle.Find("input").Change(false);
        Dialogs.WaitForElement("[data-testid=confirm]");
        Dialogs.FindAll("button").Single(button => button.TextContent.Trim() == "Cancel").Click();

        toggle.WaitForAssertion(() => Assert.False(toggle.Find("input").HasAttribute("disabled")));
        Assert.True(toggle.Find("input").HasAttribute("checked"));
        Assert.True((await Host.FindAsync(id)).SyncEnabled);
    }

    private async Task<int> SyncedAsync()
    {
        var id = await Host.ImportAsync(Ann, "Road trip", Host.FillLibrary(2));
        var playlist = await Host.EnableAndRunAsync(Ann, id);
        Assert.NotNull(playlist.NavidromePlaylistId);
        return id;
    }

    private async Task<IRenderedComponent<SyncSwitch>> SwitchAsync(int playlistId)
    {
        var playlist = await Host.FindAsync(playlistId);
        return Render<SyncSwitch>(parameters => parameters.Add(toggle => toggle.Playlist, playlist));
    }

    private async Task<SyncRequest> RequestAsync(int playlistId)
    {
        await using var db = Host.Database.CreateDbContext();
        return await db.SyncRequests.SingleAsync(request => request.PlaylistId == playlistId);
    }
}
