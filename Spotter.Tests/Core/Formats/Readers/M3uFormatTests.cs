namespace Spotter.Tests.Core.Formats.Readers;

public sealed class M3uFormatTests
{
    [Fact]
    public void Everything_that_a_playlist_of_a_player_tells_is_kept()
    {
        var playlist = Assert.Single(Samples.Read("road.m3u8"));

        Assert.Equal("Road trip", playlist.Name);
        Assert.Equal(
            [
                "Harbour Lights / Marlow / Low Tide / 215000 ms / Marlow/Low Tide/03 - Harbour Lights.flac",
                "River - Live / Anna - Maria / Banks / 184000 ms / /music/Anna - Maria/Banks/1-07 River - Live.flac",
                "Radio Harbour /  /  / ",
                "Nine Lives / Ada / Cats /  / Ada\\Cats\\09. Nine Lives.mp3",
                "Attic Tape / Kari Moss /  /  / Downloads/Kari Moss - Attic Tape.mp3",
                "99 Balloons /  /  / 61000 ms / 99 Balloons.opus",
            ],
            Samples.Lines(playlist));
        Assert.Equal(["Line 15: A web address without a title was left out."], Samples.Warnings(playlist));
    }

    [Fact]
    public void A_list_that_is_not_UTF_8_is_read_as_western_European()
        => Assert.Equal(
            ["Ärger / Jörg Müller / Lärm /  / Jörg Müller/Lärm/01 - Ärger.mp3", "Café / Ada / Cats /  / Ada/Cats/02 - Café.mp3"],
            Samples.Lines(Assert.Single(Samples.Read("latin.m3u"))));

    [Theory]
    [InlineData("the first dash, where nothing else is known", "Ada - River - Live", "x.mp3", "Ada", "River - Live")]
    [InlineData("the file's title decides", "Anna - Maria - River", "Some/Folder/03 - River.mp3", "Anna - Maria", "River")]
    [InlineData("the artist's folder decides", "Anna - Maria - River - Live", "Anna - Maria/Banks/03.mp3", "Anna - Maria", "River - Live")]
    [InlineData("long dashes are dashes", "Ada — River", "x.mp3", "Ada", "River")]
    [InlineData("a dash without blanks is a hyphen", "Jean-Paul – Re-Entry", "x.mp3", "Jean-Paul", "Re-Entry")]
    [InlineData("no dash, so no artist", "River", "x.mp3", "", "River")]
    [InlineData("no dash, but a well-kept library", "River", "Ada/Banks/03 - River.mp3", "Ada", "River")]
    public void Artist_and_title_are_told_apart_by(string reason, string display, string path, string artist, string title)
    {
        var track = Assert.Single(Assert.Single(Samples.ReadText($"#EXTM3U\n#EXTINF:1,{display}\n{path}\n")).Tracks);

        Assert.True((artist, title) == (track.ArtistLine, track.Title), $"{reason}: {track.ArtistLine} / {track.Title}");
    }

    [Theory]
    [InlineData("Ada/Cats/03 - Nine Lives.flac", "Nine Lives", "Ada")]
    [InlineData("Ada/Cats/03. Nine Lives.flac", "Nine Lives", "Ada")]
    [InlineData("Ada/Cats/03_Nine Lives.flac", "Nine Lives", "Ada")]
    [InlineData("Ada/Cats/1-03 Nine Lives.flac", "Nine Lives", "Ada")]
    [InlineData("Ada/Cats/03 Nine Lives.flac", "Nine Lives", "Ada")]
    [InlineData("Ada/Cats/99 Balloons.flac", "99 Balloons", "")]
    [InlineData("Ada/Cats/1979.flac", "1979", "")]
    [InlineData("Ada/Cats/Vol. 2", "Vol. 2", "")]
    [InlineData("file:///music/Ada/Cats/03%20-%20Nine%20Lives.flac", "Nine Lives", "Ada")]
    [InlineData("file:///C:/Music/Ada/Cats/03%20-%20100%25.flac", "100%", "Ada")]
    [InlineData("Ada/Cats/03 - 100%25.flac", "100%25", "Ada")]
    public void A_bare_path_tells_the_title_and_in_a_well_kept_library_the_artist(string path, string title, string artist)
    {
        var track = Assert.Single(Assert.Single(Samples.ReadText($"#EXTM3U\n{path}\n")).Tracks);

        Assert.Equal((title, artist), (track.Title, track.ArtistLine));
    }

    [Fact]
    public void Album_and_artist_may_have_lines_of_their_own()
        => Assert.Equal(
            ["River / Ada / Banks / 1000 ms / x.mp3", "Next /  /  / 2000 ms / y.mp3"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "#EXTM3U\n#EXTALB:Banks\n#EXTINF:1,River\n#EXTART:Ada\nx.mp3\n#EXTINF:2,Next\ny.mp3\n", "list.m3u"))));

    [Fact]
    public void An_entry_without_a_path_is_kept_and_one_without_both_is_told()
    {
        var playlist = Assert.Single(Samples.ReadText("#EXTM3U\n#EXTINF:1,Ada - River\n#EXTINF:2,\n#EXTINF:3,Ada - Banks", "list.m3u"));

        Assert.Equal(["River / Ada /  / 1000 ms", "Banks / Ada /  / 3000 ms"], Samples.Lines(playlist));
        Assert.Equal(["Line 3: An entry without a title was left out."], Samples.Warnings(playlist));
    }

    [Fact]
    public void A_web_address_is_not_kept_because_it_may_carry_a_password()
        => Assert.Null(Assert.Single(Assert.Single(Samples.ReadText("#EXTM3U\n#EXTINF:1,Ada - River\nhttps://ann:secret@music.invalid/1\n")).Tracks).Location);
}
