using Bunit;
using MudBlazor;
using Spotter.Core.Matching;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sync;
using Spotter.Core.Sync.Decisions;
using Spotter.Tests.Support;
using Spotter.Web.Components.Pages.Decisions;

namespace Spotter.Tests.Web.Components.Pages.Decisions;

public sealed class DecisionsPageTests : PageTest
{
    [Fact]
    public async Task Decisions_are_listed_filtered_by_kind_and_found_by_names()
    {
        await DecideAsync();
        var page = Render<DecisionsPage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(Id("decision")).Count));
        Assert.Contains("3 decisions, newest first", page.Markup, StringComparison.Ordinal);

        GoTo("review/decisions?kind=never");
        page.WaitForAssertion(() => Assert.Contains("1 of 3 decisions", page.Markup, StringComparison.Ordinal));
        Assert.Contains("never matched", page.Find(Id("decision")).TextContent, StringComparison.Ordinal);

        GoTo($"review/decisions?q={Uri.EscapeDataString(CoreHost.TitleOf(2).ToUpperInvariant())}");
        page.WaitForAssertion(() => Assert.Contains("2 of 3 decisions", page.Markup, StringComparison.Ordinal));

        GoTo("review/decisions?q=nothing-of-the-kind");
        page.WaitForAssertion(() => Assert.Contains("No decision fits", page.Markup, StringComparison.Ordinal));
    }

    [Fact]
    public async Task A_decision_is_undone_and_the_undo_is_undone()
    {
        await DecideAsync();
        var toasts = Render<MudSnackbarProvider>();
        var page = Render<DecisionsPage>();
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(Id("decision")).Count));

        await page.Find($"{Id("decision")} button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(2, page.FindAll(Id("decision")).Count));

        toasts.WaitForAssertion(() => Assert.Contains("is undone", toasts.Markup, StringComparison.Ordinal));
        await toasts.Find(".mud-snackbar-content-action button").ClickAsync(new());
        page.WaitForAssertion(() => Assert.Equal(3, page.FindAll(Id("decision")).Count));
    }

    [Fact]
    public async Task One_decision_about_a_track_that_sources_know_by_two_ids_is_one_entry_and_one_undo()
    {
        Host.FillLibrary(3);
        var corrections = Host.Get<MatchCorrections>();
        foreach (var (name, isrc) in new[] { ("One", "USZZZ0000001"), ("Two", "USZZZ0000002") })
        {
            var id = await Host.ImportAsync(Ann, name, [CoreHost.Track("Elsewhere", isrc: isrc)]);
            await Host.EnableAndRunAsync(Ann, id);
            await corrections.NeverAsync(Ann.UserId, (await Host.FindAsync(id)).Tracks[0].Id, default);
        }

        var page = Render<DecisionsPage>();
        page.WaitForAssertion(() => Assert.Contains("One", Assert.Single(page.FindAll(Id("decision"))).TextContent, StringComparison.Ordinal));
        Assert.Contains("Two", page.Find(Id("decision")).TextContent, StringComparison.Ordinal);

        await page.Find($"{Id("decision")} button").ClickAsync(new());

        page.WaitForAssertion(() => Assert.Contains("No decisions yet", page.Markup, StringComparison.Ordinal));
        await using var db = Host.Database.CreateDbContext();
        Assert.Empty(db.Pins);
    }

    [Fact]
    public async Task What_playlists_take_is_listed_and_revoked_here()
    {
        var id = await Host.ImportAsync(Ann, "Mix", Host.FillLibrary(4));
        await Host.Choices.SetAllowancesAsync(Ann.UserId, id, MatchAllowances.RadioEdit | MatchAllowances.OtherLength, default);
        var page = Render<DecisionsPage>();
        page.WaitForAssertion(() => Assert.Contains("takes radio edits and other lengths", page.Find(Id("allowance")).TextContent, StringComparison.Ordinal));
        Assert.Contains("No decisions yet", page.Markup, StringComparison.Ordinal);

        await page.Find(Id("revoke")).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Id("allowance"))));
        Assert.Equal(MatchAllowances.None, (await Host.FindAsync(id)).Allows);
    }

    [Fact]
    public void Without_decisions_the_page_says_where_they_come_from()
        => Assert.Contains("To the review", Render<DecisionsPage>().WaitForElement(Id("empty")).TextContent, StringComparison.Ordinal);

    [Fact]
    public async Task The_dialog_says_what_an_import_would_do_before_it_does_it()
    {
        await DecideAsync();
        var page = Render<DecisionsPage>();
        page.WaitForElement(Id("import-decisions")).Click(); // not awaited: it ends with the dialog
        var input = Dialogs.WaitForComponent<Microsoft.AspNetCore.Components.Forms.InputFile>();

        input.UploadFiles(InputFileContent.CreateFromText("Decision,Title,Artists,Song title,Song artist\nnever,Elsewhere,Zed,,\npin,Somewhere,Zed,No Such Song,Nobody\n", "decisions.csv"));

        Dialogs.WaitForAssertion(() => Assert.Contains("1 decision will be new.", Dialogs.Find(Id("decisions-plan")).TextContent, StringComparison.Ordinal));
        Assert.Contains("Your library has no song 'No Such Song' by Nobody", Dialogs.Find(Id("decisions-left-out")).TextContent, StringComparison.Ordinal);
        Assert.Equal(3, (await Host.Get<DecisionList>().ReadAsync(Ann.UserId, default)).Count);

        await Dialogs.Find(Id("decisions-save")).ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal(4, page.FindAll(Id("decision")).Count));
    }

    private async Task DecideAsync()
    {
        var id = await Host.ImportAsync(Ann, "Mix", Host.FillLibrary(4));
        await Host.EnableAndRunAsync(Ann, id);
        var rows = (await Host.FindAsync(id)).Tracks;
        var corrections = Host.Get<MatchCorrections>();
        await corrections.PinAsync(Ann.UserId, rows[0].Id, "s2", default);
        await corrections.RejectAsync(Ann.UserId, rows[1].Id, "s2", default);
        await corrections.NeverAsync(Ann.UserId, rows[2].Id, default);
    }
}
