using System.Net;
using Spotter.Tests.Support;
using Spotter.Tests.Support.Peers;

namespace Spotter.Tests.EndToEnd;

/// <summary>The main use case with a third-party server: no token login, no recording codes, no id returned on create.</summary>
public sealed class SupysonicSyncTests
{
    private static readonly MusicFile[] Music =
    [
        new("Radiohead/Pablo Honey/02 Creep.flac", "Radiohead", "Creep", "Pablo Honey", 239) { Track = 2, Year = 1993 },
        new("Radiohead/OK Computer/02 Paranoid Android.mp3", "Radiohead", "Paranoid Android", "OK Computer", 384) { Track = 2, Year = 1997 },
        new("Björk/Homogenic/02 Jóga.ogg", "Björk", "Jóga", "Homogenic", 305) { Track = 2, Year = 1997 },
        new("The Beatles/1/22 Hey Jude.flac", "The Beatles", "Hey Jude", "1", 429) { Track = 22, Year = 2000 },
        new("Кино/Группа крови/01 Группа крови.mp3", "Кино", "Группа крови", "Группа крови", 285) { Track = 1, Year = 1988 },
        new("Pearl Jam/Ten/03 Alive.flac", "Pearl Jam", "Alive", "Ten", 341) { Track = 3, Year = 1991 },
    ];

    private const string Header = "Title,Artist,Album,Duration\n";
    private const string Creep = "Creep,Radiohead,Pablo Honey,3:59\n";
    private const string Android = "Paranoid Android,Radiohead,OK Computer,6:24\n";
    private const string Joga = "Jóga,Björk,Homogenic,5:05\n";
    private const string HeyJude = "Hey Jude - Remastered 2015,The Beatles,1,7:09\n";
    private const string Blood = "Группа крови,Кино,Группа крови,4:45\n";
    private const string Alive = "Alive,Pearl Jam,Ten,5:41\n";
    private const string Absent = "Suerte,Shakira,Laundry Service,3:16\n";

    [PeerFact]
    public async Task A_file_becomes_a_playlist_follows_its_file_and_goes_when_sync_is_switched_off()
    {
        await using var server = await SupysonicServer.StartAsync(Music);
        await using var proxy = await SubsonicProxy.StartAsync(server.Address);
        await using var app = SpotterApp.StartWith(proxy.Address);
        using var user = new ScriptUser(app.Address, SupysonicServer.Username, SupysonicServer.Password);

        // Import and switch on: tracks that exist are written in the file's order, the others are reported.
        var id = await user.ImportAsync("Road trip.csv", Header + Blood + Creep + Absent + HeyJude + Creep + Joga);
        await user.SetSyncAsync(id, enabled: true);
        var first = await user.SettledAsync(id);

        Assert.Equal(("warning", 5, 6), (first.Status, first.MatchedTrackCount, first.TotalTrackCount));
        var made = Assert.Single(await server.PlaylistsAsync());
        Assert.Equal("Road trip", made.Name);
        Assert.Equal(["Группа крови", "Creep", "Hey Jude", "Creep", "Jóga"], made.Titles);
        Assert.Equal(made.Id, first.NavidromePlaylistId);

        // Nothing changed: nothing is written.
        proxy.Forget();
        await user.SyncAsync(id);
        Assert.Empty(proxy.Writes);

        // A newer export updates the same playlist in place.
        Assert.Equal(id, await user.ImportAsync("Road trip.csv", Header + Joga + Alive + Blood + Creep + Android + HeyJude, HttpStatusCode.OK));
        var second = await user.SyncAsync(id);

        Assert.Equal(("success", 6, 6), (second.Status, second.MatchedTrackCount, second.TotalTrackCount));
        var updated = Assert.Single(await server.PlaylistsAsync());
        Assert.Equal(made.Id, updated.Id);
        Assert.Equal(["Jóga", "Alive", "Группа крови", "Creep", "Paranoid Android", "Hey Jude"], updated.Titles);

        // Switched off with "delete": the list is gone.
        await user.SetSyncAsync(id, enabled: false, onDisable: "delete");
        await Eventually.HoldsAsync("the playlist is gone from the server", async () => (await server.PlaylistsAsync()).Count == 0);
        await Eventually.HoldsAsync("the removal is in the audit log", async () => (await user.EventsAsync(id)).Contains("removed"));
        Assert.Equal((false, null), ((await user.StateAsync(id)).SyncEnabled, (await user.StateAsync(id)).NavidromePlaylistId));

        app.Log.AssertQuiet();
    }

    [PeerFact]
    public async Task A_playlist_that_somebody_deleted_on_the_server_is_told_and_nothing_of_ours_is_lost()
    {
        await using var server = await SupysonicServer.StartAsync(Music);
        await using var app = SpotterApp.StartWith(server.Address);
        using var user = new ScriptUser(app.Address, SupysonicServer.Username, SupysonicServer.Password);
        var id = await user.ImportAsync("Gone.csv", Header + Creep + Joga + Alive);
        await user.SetSyncAsync(id, enabled: true);
        var before = await user.SettledAsync(id);
        var matched = (await user.ReportAsync(id)).Select(row => row.SongId).ToList();

        await server.AskAsync("deletePlaylist", ("id", before.NavidromePlaylistId!));
        var after = await user.SyncAsync(id);

        Assert.Equal(("warning", true), (after.Status, after.SyncEnabled));
        Assert.Contains("gone from the music server", after.Error, StringComparison.Ordinal);
        Assert.Equal(matched, (await user.ReportAsync(id)).Select(row => row.SongId));
        Assert.Empty(await server.PlaylistsAsync());

        // Switching off and on again creates a new list.
        await user.SetSyncAsync(id, enabled: false, onDisable: "keep");
        await Eventually.HoldsAsync("the old one is let go", async () => (await user.EventsAsync(id)).Contains("removed"));
        await user.SetSyncAsync(id, enabled: true);
        Assert.Equal("success", (await user.SettledAsync(id)).Status);
        Assert.Equal(["Creep", "Jóga", "Alive"], Assert.Single(await server.PlaylistsAsync()).Titles);
    }

    [PeerFact]
    public async Task Songs_that_moved_and_have_new_ids_are_found_again()
    {
        await using var server = await SupysonicServer.StartAsync(Music);
        await using var app = SpotterApp.StartWith(server.Address);
        using var user = new ScriptUser(app.Address, SupysonicServer.Username, SupysonicServer.Password);
        var id = await user.ImportAsync("Moved.csv", Header + Creep + Joga + Alive);
        await user.SetSyncAsync(id, enabled: true);
        var before = await user.SettledAsync(id);
        var oldId = (await user.ReportAsync(id))[1].SongId;

        server.MoveMusic("Björk/Homogenic/02 Jóga.ogg", "Björk/Homogenic (1997)/02 Jóga.ogg");
        await server.ScanAsync();
        var after = await user.SyncAsync(id);

        Assert.Equal("success", after.Status);
        Assert.NotEqual(oldId, (await user.ReportAsync(id))[1].SongId);
        var playlist = Assert.Single(await server.PlaylistsAsync());
        Assert.Equal(before.NavidromePlaylistId, playlist.Id);
        Assert.Equal(["Creep", "Jóga", "Alive"], playlist.Titles);
    }

    [PeerFact]
    public async Task A_wrong_password_opens_nothing()
    {
        await using var server = await SupysonicServer.StartAsync(Music[0]);
        await using var app = SpotterApp.StartWith(server.Address);
        using var stranger = new ScriptUser(app.Address, SupysonicServer.Username, "guess");

        using var response = await stranger.Http.GetAsync(new Uri("/api/playlists", UriKind.Relative));

        Assert.Equal(HttpStatusCode.Unauthorized, response.StatusCode);
    }

    [PeerFact]
    public async Task A_password_that_was_changed_stops_the_syncs_until_the_user_signs_in_again()
    {
        await using var server = await SupysonicServer.StartAsync(Music);
        await using var proxy = await SubsonicProxy.StartAsync(server.Address);
        await using var app = SpotterApp.StartWith(proxy.Address);
        using var user = new ScriptUser(app.Address, SupysonicServer.Username, SupysonicServer.Password);
        var id = await user.ImportAsync("Locked out.csv", Header + Creep + Joga);
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);

        await server.ChangePasswordAsync("something new");
        await user.RequestSyncAsync(id);

        // Everything that was admitted with the old password ends with it.
        await Eventually.HoldsAsync("the old password opens nothing", async () =>
        {
            using var response = await user.Http.GetAsync(new Uri("/api/playlists", UriKind.Relative));
            return response.StatusCode == HttpStatusCode.Unauthorized;
        });

        using var again = new ScriptUser(app.Address, SupysonicServer.Username, "something new");
        Assert.Contains("signInNeeded", await again.AllEventsAsync());
        Assert.Equal("success", (await again.SyncAsync(id)).Status);
    }

    [PeerFact]
    public async Task A_server_that_answers_with_a_web_page_is_named_as_such_and_nothing_is_lost()
    {
        await using var server = await SupysonicServer.StartAsync(Music);
        await using var proxy = await SubsonicProxy.StartAsync(server.Address);
        await using var app = SpotterApp.StartWith(proxy.Address);
        using var user = new ScriptUser(app.Address, SupysonicServer.Username, SupysonicServer.Password);
        var id = await user.ImportAsync("Behind a proxy.csv", Header + Creep + Joga);
        await user.SetSyncAsync(id, enabled: true);
        await user.SettledAsync(id);

        proxy.Before = _ => Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(
            Microsoft.AspNetCore.Http.Results.Content("<!doctype html><title>Please sign in</title>", "text/html"));
        var failed = await user.SyncAsync(id);

        Assert.Equal(("error", 2), (failed.Status, failed.MatchedTrackCount));
        Assert.Contains("proxy", failed.Error, StringComparison.OrdinalIgnoreCase);

        proxy.Before = _ => Task.FromResult<Microsoft.AspNetCore.Http.IResult?>(null);
        Assert.Equal("success", (await user.SyncAsync(id)).Status);
        Assert.Equal(["Creep", "Jóga"], Assert.Single(await server.PlaylistsAsync()).Titles);
    }
}
