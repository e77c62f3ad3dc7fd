using Microsoft.AspNetCore.Http;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Mixtapes;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using Spotter.Tests.Support.Sources;

namespace Spotter.Tests.EndToEnd;

/// <summary>Mixtapes in a browser, with the embedded music server and a double of a model server.</summary>
[Collection(Chromium.Collection)]
public sealed class MixtapesPageTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_mixtape_is_written_made_made_again_and_says_what_goes_wrong()
    {
        await using var model = await ModelDouble.StartAsync();
        await using var app = SpotterApp.StartDemo(new() { ["Mixtapes:Endpoint"] = model.Endpoint, ["Mixtapes:Model"] = ModelDouble.Model });
        await using var visitor = await chromium.OpenAsync(app.Address);
        var page = visitor.Page;
        var faults = new List<string>();
        await visitor.SignInAsync();
        await app.FollowTheSystemsThemeAsync();
        await page.GotoAsync("mixtapes");
        await page.GetByTestId("empty").WaitForAsync();
        await LookAsync(visitor, "mixtapes-empty", faults);

        model.Answer(ModelDouble.Songs([.. Named(0, 2, 4), ("A Song That Nobody Wrote", Listening.Artist)]));
        model.Answer(ModelDouble.Songs(Named(1, 3)));
        await page.GetByTestId("new-mixtape").ClickAsync();
        await page.GetByTestId("mixtape-example").First.ClickAsync();
        await page.GetByTestId("mixtape-persona").SelectOptionAsync("night-host");
        await page.GetByTestId("mixtape-length").FillAsync("5");
        await page.GetByText("Weekly", new() { Exact = true }).ClickAsync();
        await LookAsync(visitor, "mixtape-dialog", faults);
        faults.AddRange(await TabWalk.FindFaultsAsync(page, "mixtape-dialog"));
        await page.GetByTestId("mixtape-save").ClickAsync();
        await Assertions.Expect(page.GetByTestId("mixtape-state")).ToHaveTextAsync("Made");
        await Assertions.Expect(page.GetByTestId("mixtape-tokens")).ToHaveTextAsync("240");

        model.Answer(ModelDouble.Songs(Named(5, 4, 3, 2, 1)));
        await page.GetByTestId("mixtape-make").ClickAsync();
        await page.GetByTestId("mixtape-change").ClickAsync();
        await Assertions.Expect(page.GetByTestId("mixtape-change")).ToContainTextAsync("1 added, 1 removed");

        await AddOthersAsync(app);
        using var thought = new SemaphoreSlim(0);
        model.Fail("/v1", async context =>
        {
            await thought.WaitAsync();
            await context.Response.WriteAsync(ModelDouble.Say("I would rather not.").ToJsonString());
        });
        await page.ReloadAsync();
        await page.GetByTestId("mixtape-make").Last.ClickAsync();
        await page.GetByTestId("mixtape-progress").WaitForAsync();
        await LookAsync(visitor, "mixtapes", faults);
        model.Otherwise = _ => ModelDouble.Say("I would rather not.");
        thought.Release();
        await Assertions.Expect(page.GetByTestId("mixtape-problem").Last).ToContainTextAsync("named no songs");

        await page.GetByTestId("personas").ClickAsync();
        await page.GetByTestId("persona-new").ClickAsync();
        await page.GetByTestId("persona-name").FillAsync("The lighthouse keeper");
        await page.GetByTestId("persona-words").FillAsync("You have a radio, a lamp and a great deal of time. You like songs with weather in them.");
        await page.GetByTestId("persona-save").ClickAsync();
        await page.GetByTestId("own-persona").WaitForAsync();
        await LookAsync(visitor, "mixtape-personas", faults);
        faults.AddRange(await TabWalk.FindFaultsAsync(page, "mixtape-personas"));
        await page.GetByTestId("personas-close").ClickAsync();

        await page.SetViewportSizeAsync(1440, 900);
        await page.GetByTestId("mixtape-playlist").First.ClickAsync();
        await page.GetByText("Rope and Tar").First.WaitForAsync();
        await LookAsync(visitor, "mixtape-playlist", faults);

        Assert.True(faults.Count == 0, string.Join("\n\n", faults.Distinct()));
        visitor.AssertNoErrors();
        app.Log.AssertQuiet();
    }

    private static (string Title, string Artist)[] Named(params int[] places) => [.. places.Select(i => (Listening.Titles[i], Listening.Artist))];

    private static async Task AddOthersAsync(SpotterApp app)
    {
        await using var db = await app.OpenDatabaseAsync();
        var userId = await db.Users.Select(user => user.Id).SingleAsync();
        var now = DateTimeOffset.UnixEpoch.AddSeconds(1_770_000_000);
        db.Mixtapes.AddRange(
            new Mixtape
            {
                UserId = userId, Name = "An hour of running that gets faster", Prompt = "An hour of running that gets faster", BuiltInPersona = "party-starter", Length = 15, Schedule = MixtapeSchedule.Daily,
                State = MixtapeState.NeedsAdministrator, WantedAt = now, CreatedAt = now,
                Problem = new Fact.ModelKeyRefused(),
            },
            new Mixtape
            {
                UserId = userId, Name = "Rainy evening", Prompt = "A rainy evening with a book: acoustic guitars, small rooms, mostly from before 1980, and nobody who shouts", Length = 30, LastTokens = 3_420, TotalTokens = 18_911,
                CreatedAt = now, LastMadeAt = now, Problem = new Fact.MixtapeShort(19, 30),
            },
            new Mixtape { UserId = userId, Name = "Songs I have forgotten that I own", Prompt = "Songs I have forgotten that I own", BuiltInPersona = "deep-digger", Length = 25, Schedule = MixtapeSchedule.Monthly, CreatedAt = now });
        await db.SaveChangesAsync();
    }

    private static async Task LookAsync(Visitor visitor, string name, List<string> faults)
    {
        foreach (var scheme in new[] { ColorScheme.Dark, ColorScheme.Light })
        {
            await visitor.UseAsync(scheme);
            faults.AddRange(await visitor.FindAccessFaultsAsync());
        }

        await visitor.Page.EvaluateAsync("window.scrollTo(0, 0)");
        await visitor.KeepScreenshotsAsync(name);
        await visitor.Page.SetViewportSizeAsync(1440, 900);
    }
}
