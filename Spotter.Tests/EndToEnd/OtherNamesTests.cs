using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.DependencyInjection;
using Spotter.Core.Accounts;
using Spotter.Core.Playlists.Stored;
using Spotter.Core.Sources;
using Spotter.Navidrome.Demo;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Browsing;
using Spotter.Tests.Support.Peers;
using Spotter.Tests.Support.Sources;
using static Microsoft.Playwright.Assertions;

namespace Spotter.Tests.EndToEnd;

/// <summary>Other names from MusicBrainz: from the source to the list on the music server, and to the page that shows how a song was
/// found.</summary>
[Collection(Chromium.Collection)]
public sealed class OtherNamesTests(Chromium chromium)
{
    [BrowserFact]
    public async Task A_file_that_says_藤井風_finds_Fujii_Kaze_and_the_pages_say_how()
    {
        await using var service = await MusicBrainzDouble.StartAsync();
        var kaze = service.AddArtist(1, "藤井風", "Fujii, Kaze", ("Fujii Kaze", "Artist name"));
        service.Add(new(MusicBrainzDouble.RecordingId(1), "きらり", kaze) { LengthMs = 231_493 });
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs = [Demo.Song("きらり", "Fujii Kaze", "LOVE ALL SERVE ALL", 231), Demo.Song("Harbour", "Ada", "Light", 200)],
        });
        await using var app = StartApp(server, service);
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("Evening.csv", "Title,Artist,Duration\nきらり,藤井風,3:51\nHarbour,Ada,3:20\n");
        await user.SetSyncAsync(id, enabled: true);

        await Eventually.HoldsAsync("the other name was found", async () => (await user.ReportAsync(id))[0] is { Zone: "auto", Reason: "otherName" });
        await Eventually.HoldsAsync("the song is in the list", () => Task.FromResult(server.Playlists.All.SingleOrDefault()?.SongIds.Count == 2));
        Assert.Equal("success", (await user.SettledAsync(id)).Status);
        app.Log.AssertQuiet();

        await using var visitor = await chromium.OpenAsync(app.Address);
        await visitor.SignInAsync();
        await visitor.Page.GotoAsync($"playlists/{id}");
        await Expect(visitor.Page.GetByTestId("report-row").First).ToContainTextAsync("by another name at MusicBrainz: title equal, artist equal, same length");
        await visitor.Page.GotoAsync("settings");
        var card = visitor.Page.GetByTestId("other-names");
        await Expect(card).ToContainTextAsync("Works.");
        await Expect(card).ToContainTextAsync("nothing");
    }

    [Fact]
    public async Task A_list_of_ListenBrainz_without_codes_finds_files_that_have_nothing_but_a_code()
    {
        await using var listens = await ListenBrainzDouble.StartAsync();
        var list = new ListenBrainzList(ListenBrainzDouble.ListId(1), "Evening");
        list.Edit((ListenBrainzDouble.Recording(1), "夜の港", ["エイダ"], 200_400), (ListenBrainzDouble.Recording(2), "Only here by its names", ["エイダ"], 180_000));
        listens.Lists.Add(list);
        await using var service = await MusicBrainzDouble.StartAsync();
        var ada = service.AddArtist(1, "エイダ");
        service.Add(new(ListenBrainzDouble.Recording(1), "夜の港", ada) { LengthMs = 200_400, Isrcs = ["ZZSPT2600001"] });

        // MusicBrainz no longer knows the second one's id. Its names lead to the recording.
        service.Add(new(MusicBrainzDouble.RecordingId(2), "Only here by its names", ada) { Isrcs = ["ZZSPT2600002"] });
        await using var server = await DemoServer.StartAsync(new DemoServerOptions
        {
            Songs =
            [
                Demo.Song("Track 01", "[Unknown Artist]", "[Unknown Album]", 200, "ZZSPT2600001"),
                Demo.Song("Track 02", "[Unknown Artist]", "[Unknown Album]", 180, "ZZSPT2600002"),
            ],
        });
        await using var app = StartApp(server, service, ("Sources:ListenBrainz:BaseUrl", listens.Address.AbsoluteUri));
        using var user = new ScriptUser(app.Address, "demo", "demo");
        await user.Http.GetStringAsync(new Uri("/api/playlists", UriKind.Relative));
        await using var db = await app.OpenDatabaseAsync();
        var userId = await db.Users.Select(u => u.Id).SingleAsync();
        var connections = app.Services.GetRequiredService<SourceConnections>();
        var connection = await connections.ConnectAsync(userId, "listenbrainz", SourceSetup.Values(("user", "ann")), null, default);
        var offer = Assert.Single(await connections.BrowseAsync(userId, connection.Id, default));
        await connections.AddAsync(userId, connection.Id, [offer.Summary], keepInSync: true, default);

        await Eventually.HoldsAsync("both are in the list", () => Task.FromResult(server.Playlists.All.SingleOrDefault()?.SongIds.Count == 2));
        var id = await db.Playlists.Where(p => p.RemoteId == list.Mbid).Select(p => p.Id).SingleAsync();
        Assert.Equal("success", (await user.SettledAsync(id)).Status);
        Assert.All(await user.ReportAsync(id), row => Assert.Equal(("auto", "isrc", "otherName"), (row.Zone, row.Tier, row.Reason)));
        app.Log.AssertQuiet();
    }

    [Fact]
    public async Task Unless_it_is_switched_on_nobody_is_asked()
    {
        await using var service = await MusicBrainzDouble.StartAsync();
        await using var app = SpotterApp.StartDemo(new() { ["Matching:MusicBrainz:BaseUrl"] = service.Address.AbsoluteUri });
        using var user = new ScriptUser(app.Address, "demo", "demo");
        var id = await user.ImportAsync("Evening.csv", "Title,Artist,Duration\nきらり,藤井風,3:51\n");
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);

        var asker = app.Services.GetRequiredService<Spotter.Core.Sync.OtherNames.CatalogueLookup>();
        await asker.AskAsync(default);

        Assert.False((await asker.FindCatalogueStatusAsync(default)).IsEnabled);
        Assert.Empty(service.Requests);
    }

    private static SpotterApp StartApp(DemoServer server, MusicBrainzDouble service, params (string Key, string Value)[] settings)
        => SpotterApp.StartWith(new Uri(server.BaseUrl), settings.Append(("Matching:MusicBrainz:Enabled", "true")).Append(("Matching:MusicBrainz:BaseUrl", service.Address.AbsoluteUri))
            .Append(("Matching:MusicBrainz:Contact", "https://spotter.example.org/about")).ToDictionary(setting => setting.Item1, setting => setting.Item2));
}
