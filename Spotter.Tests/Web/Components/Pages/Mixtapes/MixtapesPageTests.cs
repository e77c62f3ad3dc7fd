using Bunit;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Events;
using Spotter.Core.Facts;
using Spotter.Core.Mixtapes;
using Spotter.Core.Playlists;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Sources;
using Spotter.Web.Components.Pages.Mixtapes;

namespace Spotter.Tests.Web.Components.Pages.Mixtapes;

/// <summary>The page with a configured model, which these tests never ask.</summary>
public sealed class MixtapesPageTests() : PageTest(services => MixtapeHost.AddMixtapes(
    services.AddSettings(("Mixtapes:Endpoint", "http://127.0.0.1:1/v1"), ("Mixtapes:Model", "tiny-model"))))
{
    [Fact]
    public async Task A_wish_is_written_in_the_dialog_and_waits_to_be_made()
    {
        var page = Render<MixtapesPage>();
        page.WaitForElement(Id("empty"));

        var shown = page.Find(Id("new-mixtape")).ClickAsync(new());
        Dialogs.WaitForElement(Id("mixtape-example"));
        await Dialogs.FindAll(Id("mixtape-example"))[0].ClickAsync(new());
        await Dialogs.Find(Id("mixtape-persona")).ChangeAsync(new() { Value = BuiltInPersonas.All[0].Key });
        Assert.Equal(BuiltInPersonas.All[0].Text, Dialogs.Find(Id("persona-text")).TextContent);
        await Dialogs.Find(Id("mixtape-length")).ChangeAsync(new() { Value = "12" });
        await Dialogs.Find(Id("schedule-weekly")).ChangeAsync(new() { Value = "on" });
        await Dialogs.Find("#mixtape-form").SubmitAsync(new());
        await shown;

        page.WaitForAssertion(() => Assert.Contains("Queued", page.Find(Id("mixtape-state")).TextContent, StringComparison.Ordinal));
        var mixtape = Assert.Single(await Host.Get<MixtapeStore>().ListAsync(Ann.UserId, default));
        Assert.Equal(
            ("A slow Sunday morning, nothing loud", 12, MixtapeSchedule.Weekly, BuiltInPersonas.All[0].Key, true),
            (mixtape.Prompt, mixtape.Length, mixtape.Schedule, mixtape.BuiltInPersona, mixtape.SyncsOnceMade));
        Assert.Single(((RecordingMixtapeScheduler)Host.Get<IMixtapeScheduler>()).Nudges);
        Assert.True(page.Find(Id("mixtape-make")).HasAttribute("disabled"));
    }

    [Fact]
    public async Task Every_state_has_its_word_its_sentence_and_its_next_step()
    {
        await WriteAsync(new() { Name = "Failed", Prompt = "x", State = MixtapeState.Failed, Problem = new Fact.SaidBefore("<b>Nothing</b> was found."), LastMadeAt = Host.Clock.GetUtcNow() });
        await WriteAsync(new() { Name = "Key", Prompt = "x", State = MixtapeState.NeedsAdministrator, Problem = new Fact.SaidBefore("The key is refused."), WantedAt = Host.Clock.GetUtcNow() });
        await WriteAsync(new() { Name = "Late", Prompt = "x", State = MixtapeState.Retrying, Problem = new Fact.SaidBefore("It is down."), WantedAt = Host.Clock.GetUtcNow(), NextTryAt = Host.Clock.GetUtcNow().AddMinutes(4) });
        await WriteAsync(new() { Name = "Made", Prompt = "x", LastMadeAt = Host.Clock.GetUtcNow(), LastTokens = 1_200, TotalTokens = 4_800, NextDueAt = Host.Clock.GetUtcNow().AddDays(7) });
        await WriteAsync(new() { Name = "Part", Prompt = "x", LastMadeAt = Host.Clock.GetUtcNow(), Problem = new Fact.SaidBefore("4 of 12 songs.") });

        var page = Render<MixtapesPage>();

        page.WaitForElement(Id("mixtape"));
        Assert.Equal(["Could not be made", "Needs the administrator", "Will try again", "Made", "Made in part"], Texts(page, "mixtape-state"));
        Assert.Equal(["<b>Nothing</b> was found.", "The key is refused.", "It is down.", "4 of 12 songs."], Texts(page, "mixtape-problem"));
        Assert.Equal(["When you ask for it", "When Spotter was restarted", "in 4 min", "in 7 days", "When you ask for it"], Texts(page, "mixtape-next"));
        Assert.Equal("1,200 last time, 4,800 in all", Texts(page, "mixtape-tokens")[3]);
        Assert.Equal(["Try now", "Try now", "Try now", "Make again", "Make again"], Texts(page, "mixtape-make"));

        await page.FindAll(Id("mixtape-make"))[0].ClickAsync(new());

        page.WaitForAssertion(() => Assert.Equal("Queued", Texts(page, "mixtape-state")[0]));
    }

    [Fact]
    public async Task Tokens_are_not_said_to_be_uncounted_while_it_is_being_made()
    {
        await WriteAsync(new() { Name = "Sea", Prompt = "sea", LastMadeAt = Host.Clock.GetUtcNow(), WantedAt = Host.Clock.GetUtcNow() });
        await WriteAsync(new() { Name = "Sky", Prompt = "sky", LastMadeAt = Host.Clock.GetUtcNow() });

        var page = Render<MixtapesPage>();

        page.WaitForElement(Id("mixtape-tokens"));
        Assert.Equal(["counted when it is made", "not counted by the model server"], Texts(page, "mixtape-tokens"));
    }

    [Fact]
    public async Task What_changed_at_the_last_refresh_is_shown_as_text()
    {
        var mixtape = await WriteAsync(new() { Name = "Sea", Prompt = "<i>sea</i>", LastMadeAt = Host.Clock.GetUtcNow() });
        await FillAsync(mixtape, "a", "b");
        await FillAsync(mixtape, "b", "<script>c</script>");
        await FillAsync(mixtape, "b", "<script>c</script>", "d");

        var page = Render<MixtapesPage>();

        var change = page.WaitForElement(Id("mixtape-change"));
        Assert.Contains("1 added", change.TextContent, StringComparison.Ordinal);
        Assert.Contains("Ada – d", change.TextContent, StringComparison.Ordinal);
        Assert.DoesNotContain("removed", change.TextContent, StringComparison.Ordinal);
        Assert.Empty(page.FindAll("script, i:not([class])"));
        Assert.Equal("<i>sea</i>", page.Find("blockquote").TextContent);
    }

    [Fact]
    public async Task A_deleted_one_goes_and_its_playlist_stays_until_it_is_forgotten()
    {
        var mixtape = await WriteAsync(new() { Name = "Sea", Prompt = "sea", LastMadeAt = Host.Clock.GetUtcNow() });
        await FillAsync(mixtape, "a", "b");
        var page = Render<MixtapesPage>();
        page.WaitForElement(Id("mixtape"));

        await Host.Get<MixtapeStore>().DeleteAsync(Ann.UserId, mixtape.Id, default);

        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Id("mixtape"))));
        var asked = page.Find($"{Id("leftovers")} button").ClickAsync(new());
        await Dialogs.WaitForElement(Id("confirm")).ClickAsync(new());
        await asked;
        page.WaitForAssertion(() => Assert.Empty(page.FindAll(Id("leftovers"))));
    }

    [Fact]
    public async Task A_persona_is_written_changed_and_deleted()
    {
        var page = Render<MixtapesPage>();
        var shown = page.WaitForElement(Id("personas")).ClickAsync(new());
        await Dialogs.WaitForElement(Id("persona-new")).ClickAsync(new());
        await Dialogs.Find(".sp-persona-form").SubmitAsync(new());
        Assert.Contains("needs a name", Dialogs.Find(Id("persona-problem")).TextContent, StringComparison.Ordinal);

        await Dialogs.Find(Id("persona-name")).InputAsync(new() { Value = "Sailor" });
        await Dialogs.Find(Id("persona-words")).InputAsync(new() { Value = "Salt." });
        await Dialogs.Find(".sp-persona-form").SubmitAsync(new());

        Dialogs.WaitForAssertion(() => Assert.Contains("Sailor", Dialogs.Find(Id("own-persona")).TextContent, StringComparison.Ordinal));
        var asked = Dialogs.Find("[aria-label='Delete Sailor']").ClickAsync(new());
        await Dialogs.WaitForElement(Id("confirm")).ClickAsync(new());
        await asked;
        Dialogs.WaitForAssertion(() => Assert.Empty(Dialogs.FindAll(Id("own-persona"))));
        await Dialogs.Find(Id("personas-close")).ClickAsync(new());
        await shown;
        Assert.Empty(await Host.Get<PersonaStore>().ListAsync(Ann.UserId, default));
    }

    [Fact]
    public async Task The_page_follows_what_happens()
    {
        var page = Render<MixtapesPage>();
        page.WaitForElement(Id("empty"));
        var mixtape = await WriteAsync(new() { Name = "Sea", Prompt = "sea", LastMadeAt = Host.Clock.GetUtcNow() });

        Host.Get<EventBus>().Publish(new MixtapeChanged(Ann.UserId, mixtape.Id));

        page.WaitForAssertion(() => Assert.Equal(["Made"], Texts(page, "mixtape-state")));
    }

    private static List<string> Texts(IRenderedComponent<MixtapesPage> page, string id) => [.. page.FindAll(Id(id)).Select(element => element.TextContent.Trim())];

    private async Task<Mixtape> WriteAsync(Mixtape mixtape)
    {
        await using var db = Host.Database.CreateDbContext();
        mixtape.UserId = Ann.UserId;
        mixtape.Length = 12;
        db.Mixtapes.Add(mixtape);
        await db.SaveChangesAsync();
        return mixtape;
    }

    private async Task FillAsync(Mixtape mixtape, params string[] titles)
    {
        var result = await Host.Store.FollowAsync(
            new(Ann.UserId, "mixtape", SyncTrigger.User), new(new(mixtape.Key, mixtape.Name, titles.Length), [.. titles.Select(title => CoreHost.Track(title))]),
            (db, ct) => db.Mixtapes.AnyAsync(m => m.Id == mixtape.Id, ct), default);
        Assert.True(result.IsStored);
    }
}
