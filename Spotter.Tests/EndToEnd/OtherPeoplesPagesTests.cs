using System.Net.Http.Json;
using System.Text.Json;
using Microsoft.EntityFrameworkCore;
using Microsoft.Playwright;
using Spotter.Core.Mixtapes;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>Somebody tries every page with the ids of somebody else.</summary>
[Collection(Chromium.Collection)]
public sealed class OtherPeoplesPagesTests(Chromium chromium)
{
    [BrowserFact]
    public async Task No_page_shows_anything_of_another_user()
    {
        await using var app = SpotterApp.StartDemo();
        await using var owner = await chromium.OpenAsync(app.Address);
        await owner.SignInAsync();
        using var script = new ScriptUser(app.Address, "demo", "demo");
        var theirs = (await script.Http.GetFromJsonAsync<JsonElement>("/api/playlists")).EnumerateArray()
            .Where(playlist => playlist.GetProperty("source").GetString() == "file")
            .Select(playlist => (Id: playlist.GetProperty("id").GetInt32(), Name: playlist.GetProperty("name").GetString()!))
            .ToList();
        Assert.NotEmpty(theirs);
        await script.SetSyncAsync(theirs[0].Id, enabled: true);
        await script.SettledAsync(theirs[0].Id);

        theirs.Add((0, await WriteMixtapeAsync(app)));
        await owner.Page.GotoAsync("mixtapes");
        await owner.Page.GetByText(theirs[^1].Name).First.WaitForAsync();

        await using var guest = await chromium.OpenAsync(app.Address);
        await guest.SignInAsync("guest", "guest");
        await ForgetOwnSamplesAsync(app);

        foreach (var path in new[]
        {
            "", $"playlists/{theirs[0].Id}", $"playlists/{theirs[0].Id}?tab=history", $"activity?playlist={theirs[0].Id}", "activity", "review", "missing", "sources", "mixtapes",
            "settings",
        })
        {
            await guest.Page.GotoAsync(path);
            await guest.Page.GetByRole(AriaRole.Heading).First.WaitForAsync();
            await guest.Page.Locator(".sp-skeleton").First.WaitForAsync(new LocatorWaitForOptions { State = WaitForSelectorState.Detached });
            var seen = await guest.Page.Locator("main").First.InnerTextAsync();
            Assert.All(theirs, playlist => Assert.DoesNotContain(playlist.Name, seen, StringComparison.Ordinal));
        }

        guest.AssertNoErrors();
    }

    private static async Task<string> WriteMixtapeAsync(SpotterApp app)
    {
        await using var db = await app.OpenDatabaseAsync();
        var mixtape = new Mixtape { UserId = await db.Users.Where(user => user.Name == "demo").Select(user => user.Id).SingleAsync(), Name = "Only for demo", Prompt = "Only for demo", Length = 5 };
        db.Mixtapes.Add(mixtape);
        await db.SaveChangesAsync();
        return mixtape.Name;
    }

    // The guest has the same samples under the same names; without them every name that is seen is the other's.
    private static async Task ForgetOwnSamplesAsync(SpotterApp app)
    {
        using var script = new ScriptUser(app.Address, "guest", "guest");
        var own = (await script.Http.GetFromJsonAsync<JsonElement>("/api/playlists")).EnumerateArray().Select(playlist => playlist.GetProperty("id").GetInt32()).ToList();
        await using var db = await app.OpenDatabaseAsync();
        db.Playlists.RemoveRange(db.Playlists.Where(playlist => own.Contains(playlist.Id)));
        db.SyncEvents.RemoveRange(db.SyncEvents.Where(line => line.PlaylistId != null && own.Contains(line.PlaylistId.Value)));
        await db.SaveChangesAsync();
    }
}
