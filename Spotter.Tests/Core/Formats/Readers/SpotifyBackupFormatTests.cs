using Spotter.Core.Formats;

namespace Spotter.Tests.Core.Formats.Readers;

public sealed class SpotifyBackupFormatTests
{
    private const string Track = """{"name":"Nine Lives","artists":[{"name":"Ada"}],"id":"1aAaaaaaaaaaaaaaaaaaa1"}""";

    [Fact]
    public void Every_playlist_of_a_backup_comes_in_with_everything_that_the_service_tells()
    {
        var playlists = Samples.Read("spotify-backup.json");

        Assert.Equal(["spotify-backup:Road trip", "spotify-backup:Sunday"], playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal("Salt & smoke", playlists[0].Description);
        Assert.Equal(["Harbour Lights / Marlow + Ilse, the Elder / Low Tide / 215000 ms / GBXYZ1900001 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1"], Samples.Lines(playlists[0]));
        Assert.Equal(["Line 4: An entry whose details Spotify no longer has was left out.", "Line 5: A podcast episode was left out."], Samples.Warnings(playlists[0]));
        Assert.Equal([LeftOutReason.NoLongerNamed, LeftOutReason.Spoken], playlists[0].LeftOut.Keys);
        Assert.Equal(["Nine Lives / Ada / Cats / 242000 ms"], Samples.Lines(playlists[1]));
    }

    [Theory]
    [InlineData("SpotMyBackup", $$"""{"playlists":[{"name":"Mine","tracks":[{"track":{{Track}}}]}],"saved":[]}""", "Mine")]
    [InlineData("a playlist of the Web API", $$$"""{"name":"Mine","tracks":{"items":[{"track":{{{Track}}}}]}}""", "Mine")]
    [InlineData("the same since 2026", $$$"""{"name":"Mine","items":{"items":[{"item":{{{Track}}}}]}}""", "Mine")]
    [InlineData("a page of entries", $$"""{"href":"x","items":[{"track":{{Track}}}]}""", "list")]
    [InlineData("entries alone", $$"""[{"track":{{Track}}}]""", "list")]
    [InlineData("tracks alone", $$"""{"tracks":[{{Track}}]}""", "list")]
    [InlineData("several playlists of the Web API", $$$"""[{"name":"Mine","tracks":{"items":[{"track":{{{Track}}}}]}}]""", "Mine")]
    public void What_people_put_into_a_file_by_script_is_found(string reason, string text, string name)
    {
        var playlist = Assert.Single(Samples.ReadText(text, "list.json"));

        Assert.True(playlist.Name == name, $"{reason}: {playlist.Name}");
        Assert.Equal(["Nine Lives / Ada /  /  / spotify:track:1aAaaaaaaaaaaaaaaaaaa1"], Samples.Lines(playlist));
    }

    [Fact]
    public void Saved_tracks_are_the_liked_songs()
        => Assert.Equal(
            ["Mine", "Liked Songs"],
            Samples.ReadText($$$"""{"playlists":[{"name":"Mine","tracks":[{"track":{{{Track}}}}]}],"saved":[{"track":{{{Track}}}}]}""", "x.json").Select(playlist => playlist.Name));
}
