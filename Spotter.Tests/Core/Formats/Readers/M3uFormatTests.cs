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
    public void Album_and_artist_may_have_lines_of_their_own_which_hold_until_the_next()
        => Assert.Equal(
            ["River / Ada / Banks / 1000 ms / x.mp3", "Next / Ada / Banks / 2000 ms / y.mp3", "Last / Bo /  / 3000 ms / z.mp3"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "#EXTM3U\n#EXTALB:Banks\n#EXTINF:1,River\n#EXTART:Ada\nx.mp3\n#EXTINF:2,Next\ny.mp3\n#EXTALB:\n#EXTART:Bo\n#EXTINF:3,Last\nz.mp3\n", "list.m3u"))));

    [Fact]
    public void The_paths_of_a_whole_file_tell_that_the_title_comes_first()
    {
        var playlist = Assert.Single(Samples.Read("apple-music.m3u8"));

        Assert.Equal(
            [
                "Harbour Lights / Marlow / Low Tide / 215000 ms / /Users/ann/Music/Media/Music/Marlow/Low Tide/03 Harbour Lights.m4a",
                "Nine Lives (Live) / Ada / Cats / 242000 ms / ../Ada/Cats/09 Nine Lives (Live).m4a",
                "Attic Tape / Kari Moss / Unknown Album / 61000 ms / H:\\Music\\Kari Moss\\Unknown Album\\Attic.mp3",
            ],
            Samples.Lines(playlist));
        Assert.False(playlist.SidesAreOpen);
        Assert.Equal(["Marlow", "Ada", "Kari Moss"], playlist.OtherWayRound!.Select(track => track.Title));
        Assert.Equal(playlist.OtherWayRound, playlist.TurnedRound().Tracks);
    }

    [Fact]
    public void Where_no_path_tells_both_ways_are_given_and_left_open()
    {
        var playlist = Assert.Single(Samples.ReadText("#EXTM3U\n#EXTINF:1,Ada - River\nx.mp3\n#EXTINF:2,Banks\ny.mp3\n", "list.m3u"));

        Assert.True(playlist.SidesAreOpen);
        Assert.Equal(["River / Ada", "Banks / "], playlist.Tracks.Select(track => $"{track.Title} / {track.ArtistLine}"));
        Assert.Equal(["Ada / River", "Banks / "], playlist.OtherWayRound!.Select(track => $"{track.Title} / {track.ArtistLine}"));
    }

    [Fact]
    public void On_a_record_of_several_the_name_of_the_file_tells_the_artist()
        => Assert.Equal(
            ["Nine Lives / Ada / Sampler / 1000 ms / ../Marlow/2018 - Sampler/CD2/01. Ada - Nine Lives.flac", "Low Tide / Marlow / Sampler / 2000 ms / ../Marlow/2018 - Sampler/CD2/02. Low Tide.flac"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "#EXTM3U\n#EXTALB:Sampler\n#EXTART:Marlow\n#EXTINF:1,Nine Lives\n../Marlow/2018 - Sampler/CD2/01. Ada - Nine Lives.flac\n#EXTINF:2,Low Tide\n../Marlow/2018 - Sampler/CD2/02. Low Tide.flac\n"))));

    [Fact]
    public void VirtualDJ_has_artist_and_title_apart()
        => Assert.Equal(
            ["Anna - Maria & Co (Dub) / Ada - Bo /  / 213500 ms / C:\\Sets\\1.mp3"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "#EXTVDJ:<filesize>1</filesize><artist>Ada - Bo</artist><title>Anna - Maria &amp; Co</title><remix>Dub</remix><songlength>213.5</songlength>\nC:\\Sets\\1.mp3\n", "x.m3u"))));

    [Fact]
    public void Addresses_of_shares_are_paths()
        => Assert.Equal(
            ["Kerry / Bo / Tides / 237000 ms / /Music/Bo/Tides/01 Kerry.mp3", "Apart / Bo / Tides /  / /Music/Bo/Tides/02 Apart.mp3", "Grains / Bo / Tides /  / /share/Bo/Tides/04 Grains.mp3"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "#EXTM3U\n#EXTINF:237,Bo - Kerry\nsmb://nas/Music/Bo/Tides/01 Kerry.mp3\nnfs://nas/Music/Bo/Tides/02 Apart.mp3\nhttp://nas:4533/share/Bo/Tides/04%20Grains.mp3\n"))));

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
