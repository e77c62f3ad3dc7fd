using System.Text;

namespace Spotter.Tests.Core.Formats.Readers;

public sealed class SpotifyAccountDataTests
{
    [Fact]
    public void Each_playlist_of_the_file_comes_in_its_order_with_its_repeats()
    {
        var playlists = Samples.Read("Playlist1.json");

        Assert.Equal(["spotify-data:Road trip", "spotify-data:Sunday"], playlists.Select(playlist => playlist.RemoteId));
        Assert.All(playlists, playlist => Assert.True(playlist.IsNamed));
        Assert.Equal("For the long way & back", playlists[0].Description);
        Assert.Equal(
            [
                "Harbour Lights / Marlow, The Tinker / Low Tide /  / spotify:track:1aBcDeFgHiJkLmNoPqRsT1",
                "Ärger / Jörg Müller / Lärm / 215000 ms",
                "Harbour Lights / Marlow, The Tinker / Low Tide /  / spotify:track:1aBcDeFgHiJkLmNoPqRsT1",
            ],
            Samples.Lines(playlists[0]));
        Assert.Equal(["Nine Lives / Ada / Cats /  / spotify:track:2aBcDeFgHiJkLmNoPqRsT2"], Samples.Lines(playlists[1]));
    }

    [Fact]
    public void What_is_no_track_is_left_out_by_its_line()
        => Assert.Equal(
            ["Line 19: The podcast episode “How bells are cast” was left out.", "Line 37: An entry whose details Spotify no longer has was left out."],
            Samples.Warnings(Samples.Read("Playlist1.json")[0]));

    [Fact]
    public void The_library_is_the_liked_songs()
    {
        var liked = Assert.Single(Samples.Read("YourLibrary.json"));

        Assert.Equal("spotify-data:Liked Songs", liked.RemoteId);
        Assert.Equal(
            [
                "Nine Lives / Ada / Cats /  / spotify:track:2aBcDeFgHiJkLmNoPqRsT2",
                "Attic Tape / Kari Moss / Tapes /  / spotify:track:3aBcDeFgHiJkLmNoPqRsT3",
            ],
            Samples.Lines(liked));
        Assert.Equal(["Line 15: A track without a title was left out."], Samples.Warnings(liked));
    }

    [Fact]
    public void A_track_has_the_same_id_as_in_an_export_of_Exportify()
    {
        var exported = Assert.Single(Samples.ReadText(
            "Track URI,Track Name,Artist Name(s)\nspotify:track:2aBcDeFgHiJkLmNoPqRsT2,Nine Lives,Ada\n")).Tracks[0];

        Assert.Equal(exported.ProviderTrackId, Samples.Read("YourLibrary.json")[0].Tracks[0].ProviderTrackId);
    }

    [Theory]
    [InlineData("all parts", "spotify:local:Ada:Cats:Nine+Lives:61", "Nine Lives / Ada / Cats / 61000 ms")]
    [InlineData("a colon in the title is escaped", "spotify:local:Ada::Nine%3A+Lives:61", "Nine: Lives / Ada /  / 61000 ms")]
    [InlineData("nobody is named", "spotify:local:::Nine+Lives:0", "Nine Lives /  /  / ")]
    public void A_file_of_the_users_own_is_told_by_its_address(string reason, string uri, string expected)
    {
        var text = "{\"playlists\":[{\"name\":\"Own\",\"items\":[{\"track\":null,\"localTrack\":{\"uri\":\"" + uri + "\"}}]}]}";

        var line = Assert.Single(Samples.Lines(Assert.Single(Samples.ReadText(text, "Playlist1.json"))));

        Assert.True(expected == line, $"{reason}: {line}");
    }

    [Theory]
    [InlineData("no playlist", "{\"playlists\":[]}", "The account data names no playlist with tracks. Nothing was imported.")]
    [InlineData("an empty library", "{\"tracks\":[],\"bannedTracks\":[]}", "The account data names no liked songs. Nothing was imported.")]
    [InlineData(
        "nothing but what is gone", "{\"playlists\":[{\"name\":\"Gone\",\"items\":[{\"track\":null}]}]}",
        "None of the file's 1 entries could be used. The first, in line 1: An entry whose details Spotify no longer has was left out. Nothing was imported.")]
    [InlineData(
        "another file of the account data", "{\"username\":\"ann\"}",
        "Line 1: expected an object “playlist”, as JSPF has it, or “playlists”, as Spotify's account data has it, found “username”. Nothing was imported.")]
    public void A_file_without_tracks_is_refused_in_words(string reason, string text, string message)
    {
        var refusal = Samples.Refusal(text, "Playlist1.json");

        Assert.True(message == refusal, $"{reason}: {refusal}");
    }

    [Fact]
    public void More_tracks_than_any_other_file_may_hold_come_in_up_to_a_limit_of_their_own()
    {
        static string Text(int tracks)
        {
            var text = new StringBuilder("{\"tracks\":[");
            for (var i = 0; i < tracks; i++)
            {
                text.Append(i == 0 ? "" : ",").Append("{\"track\":\"t\",\"artist\":\"a\",\"uri\":\"\"}");
            }

            return text.Append("]}").ToString();
        }

        Assert.Equal(100_000, Assert.Single(Samples.ReadText(Text(100_000), "YourLibrary.json")).Tracks.Count);
        Assert.Contains("a file may hold 100,000 tracks at most", Samples.Refusal(Text(100_001), "YourLibrary.json"), StringComparison.Ordinal);
    }
}
