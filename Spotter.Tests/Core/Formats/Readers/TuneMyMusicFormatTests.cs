namespace Spotter.Tests.Core.Formats.Readers;

public sealed class TuneMyMusicFormatTests
{
    [Fact]
    public void One_file_brings_several_playlists_each_in_its_own_order()
    {
        var playlists = Samples.Read("tunemymusic.csv", givenName: "Loose ends");

        Assert.Equal(["tunemymusic:Road trip", "tunemymusic:Late shift", "tunemymusic:Favourites"], playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal(
            [
                "Harbour Lights / Marlow, The Tinker / Low Tide /  / GBXYZ1900001 / spotify:track:1aAaaaaaaaaaaaaaaaaaa1",
                "Two Rivers / North, South & Sons / Confluence /  / USXYZ2000003",
            ],
            Samples.Lines(playlists[0]));
        Assert.Equal(["Nine Lives / Ada / Cats /  / spotify:track:2bBbbbbbbbbbbbbbbbbbb2"], Samples.Lines(playlists[1]));
        Assert.Equal(["Attic Tape / Kari Moss /  / "], Samples.Lines(playlists[2]));
    }

    [Fact]
    public void What_was_left_out_of_a_list_with_nothing_else_is_told_with_the_first()
        => Assert.Equal(["Line 6: An artist was left out: only tracks make a playlist."], Samples.Warnings(Samples.Read("tunemymusic.csv")[0]));

    [Fact]
    public void A_list_without_a_name_takes_the_given_one_and_joins_the_list_that_has_it()
    {
        const string text = "Track name,Artist name,Album,Playlist name,Type,ISRC\n"
            + "One,Ada,,Mine,Playlist,\nTwo,Ada,,,Playlist,\nThree,Ada,,Mine,Playlist,\n";

        Assert.Equal(["Mine", "Rest"], Samples.ReadText(text, givenName: "Rest").Select(playlist => playlist.Name));
        Assert.Equal(["One", "Three", "Two"], Assert.Single(Samples.ReadText(text, givenName: "Mine")).Tracks.Select(track => track.Title));
    }
}
