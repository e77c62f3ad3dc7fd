using Bunit;
using Microsoft.AspNetCore.Components.Web;
using Microsoft.Extensions.DependencyInjection;
using MudBlazor;
using Spotter.Core.Matching;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;
using Spotter.Web.Components.Shared.Fixing;

namespace Spotter.Tests.Web.Components.Shared.Fixing;

public sealed class FixDialogTests : PageTest
{
    [Fact]
    public async Task Candidates_show_how_alike_each_part_is_and_one_is_chosen_for_good()
    {
        var track = await OpenAsync(CoreHost.TitleOf(1) + " (Live)");
        Dialogs.WaitForElement(Id("candidate"));
        Assert.Contains("(artist equal)", Dialogs.Find(Id("candidate")).TextContent, StringComparison.Ordinal);
        Assert.Equal(5, Dialogs.Find(Id("candidate")).QuerySelectorAll(".sp-score").Length);

        await Dialogs.Find(Id("use")).ClickAsync(new());

        var row = await RowAsync(track);
        Assert.Equal((MatchZone.Auto, MatchTier.Pin, "s1"), (row.Zone, row.Tier, row.SongId));
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(Id("candidate"))));
    }

    [Fact]
    public async Task Any_song_of_the_library_is_found_by_search_and_chosen_with_enter()
    {
        var track = await OpenAsync("Nothing like it");
        var search = Dialogs.WaitForElement(Id("fix-search"));
        Assert.Empty(Dialogs.FindAll(Id("candidate")));

        await search.InputAsync(new() { Value = CoreHost.TitleOf(7) });
        Host.Clock.Advance(TimeSpan.FromSeconds(1));
        Dialogs.WaitForAssertion(() => Assert.NotEmpty(Dialogs.FindAll(Id("candidate"))));
        await Dialogs.Find(Id("fix-search")).KeyDownAsync(new KeyboardEventArgs { Key = "Enter" });

        await Dialogs.WaitForAssertionAsync(() => Assert.Empty(Dialogs.FindAll(Id("candidate"))));
        Assert.Equal("s7", (await RowAsync(track)).SongId);
    }

    [Fact]
    public async Task Not_this_takes_the_candidate_away_and_undo_brings_it_back()
    {
        await OpenAsync(CoreHost.TitleOf(1) + " (Live)");
        Dialogs.WaitForElement("[data-song=s1]");

        await Dialogs.Find($"[data-song=s1] {Id("reject")}").ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll("[data-song=s1]")));

        await Dialogs.Find(Id("undo")).ClickAsync(new());
        Dialogs.WaitForAssertion(() => Assert.Single(Dialogs.FindAll("[data-song=s1]")));
    }

    [Fact]
    public async Task A_row_of_somebody_else_is_not_shown()
    {
        var bob = await Host.Database.AddUserAsync("bob");
        var playlist = await Host.Database.AddPlaylistAsync(bob, "Private", TestTracks.Doubtful("Secret", "s1"));
        await ShowAsync(playlist.Tracks[0].Id);

        Dialogs.WaitForElement(Id("empty"));
        Assert.DoesNotContain("Secret", Dialogs.Markup, StringComparison.Ordinal);
    }

    private async Task<PlaylistTrack> OpenAsync(string title)
    {
        Host.FillLibrary(20);
        var playlistId = await Host.ImportAsync(Ann, "Mix", [CoreHost.Track(CoreHost.TitleOf(12)), CoreHost.Track(title)]);
        var playlist = await Host.EnableAndRunAsync(Ann, playlistId);
        await ShowAsync(playlist.Tracks[1].Id);
        return playlist.Tracks[1];
    }

    private Task ShowAsync(long trackId) => Dialogs.InvokeAsync(() => FixDialog.ShowAsync(Services.GetRequiredService<IDialogService>(), trackId));

    private async Task<PlaylistTrack> RowAsync(PlaylistTrack track) => (await Host.FindAsync(track.PlaylistId)).Tracks.Single(t => t.Id == track.Id);
}
