namespace Spotter.Tests.Core.Formats.Readers;

public sealed class GenericCsvFormatTests
{
    [Fact]
    public void Roon_writes_codes_in_lower_case()
        => Assert.Equal(
            ["Harbour Lights / Marlow, The Tinker / Low Tide /  / GBXYZ1900001", "Nine Lives / Ada / Cats / "],
            Samples.Lines(Assert.Single(Samples.Read("roon.csv"))));

    [Fact]
    public void Excel_writes_a_hint_above_the_header_in_the_local_code_page()
        => Assert.Equal(
            [
                "Harbour Lights / Marlow, The Tinker / Low Tide / 215000 ms",
                "Over two lines / Ada / Cats / 3723000 ms",
                "Größenwahn / Jörg Müller /  / ",
            ],
            Samples.Lines(Assert.Single(Samples.Read("own-excel.csv"))));

    [Fact]
    public void A_player_writes_tabs_without_quoting_in_the_users_language()
        => Assert.Equal(
            [
                "\"Heroes\" of the Harbour / Marlow / Low Tide / 215000 ms / Macintosh HD:Users:ann:Music:Heroes.m4a",
                "Ärger / Jörg Müller / Lärm / 61000 ms",
                "12\" Mix / Ada / Cats / 400000 ms",
            ],
            Samples.Lines(Assert.Single(Samples.Read("apple-music-german.txt"))));

    [Theory]
    [InlineData("English", "Track,Artist,Album,Time")]
    [InlineData("other words", "Song title;Performer;Release;Length")]
    [InlineData("case, blanks and underscores", "TRACK_NAME|artist_name|ALBUM TITLE|total time")]
    [InlineData("French", "Nom\tArtiste\tAlbum\tDurée")]
    [InlineData("Spanish", "Título,Artista,Álbum,Duración")]
    [InlineData("Italian", "Nome;Artista;Album;Durata")]
    [InlineData("Dutch", "Naam\tArtiest\tAlbum\tTijd")]
    [InlineData("Polish", "Tytuł;Wykonawca;Album;Czas")]
    [InlineData("Japanese", "名前\tアーティスト\tアルバム\t時間")]
    [InlineData("Russian", "Название;Исполнитель;Альбом;Length")]
    [InlineData("quoted", "\"Title\",\"Artist\",\"Album\",\"Duration\"")]
    [InlineData("blank lines above it", "\n \n\nTitle,Artist,Album,Duration")]
    public void A_header_may_call_its_columns(string reason, string header)
    {
        var separator = header.First(c => c is ',' or ';' or '\t' or '|');

        var playlist = Assert.Single(Samples.ReadText($"{header}\n{string.Join(separator, "Nine Lives", "Ada", "Cats", "3:00")}\n"));

        Assert.True(Samples.Lines(playlist).SequenceEqual(["Nine Lives / Ada / Cats / 180000 ms"]), $"{reason}: {Samples.Lines(playlist)[0]}");
    }

    [Theory]
    [InlineData("a title is a title even beside a name", "Name,Title", "Ada,Nine Lives", "Nine Lives")]
    [InlineData("a track beside it is its number", "Track,Title", "9,Nine Lives", "Nine Lives")]
    [InlineData("alone, a track is the title", "Artist,Track", "Ada,Nine Lives", "Nine Lives")]
    public void Of_several_columns_for_the_title_the_clearest_counts(string reason, string header, string row, string expected)
    {
        var title = Assert.Single(Assert.Single(Samples.ReadText($"{header},ISRC\n{row},GBXYZ1900001\n")).Tracks).Title;

        Assert.True(expected == title, $"{reason}: {title}");
    }

    [Theory]
    [InlineData("Duration", "215|180|61", "215000|180000|61000")]
    [InlineData("Duration", "215000|180000|8000", "215000|180000|8000")]
    [InlineData("Duration", "215|180|10800", "215000|180000|10800000")]
    [InlineData("Duration (ms)", "215|180|61", "215|180|61")]
    [InlineData("Length (seconds)", "20000|30000|61", "20000000|30000000|61000")]
    [InlineData("Duration (sec)", "20000|30000|61", "20000000|30000000|61000")]
    [InlineData("Milliseconds", "215|180|61", "215|180|61")]
    [InlineData("Length", "3:35|1:02:03|0:00", "215000|3723000|")]
    [InlineData("Length", "3:75|abc|-5", "||")]
    [InlineData("Duration", "3:05:00|4:28:00|2:10:00", "185000|268000|130000")]
    [InlineData("Duration", "1:05:00|0:04:28|0:03:10", "3900000|268000|190000")]
    [InlineData("Länge", "00:03:05|0:04:28|00:01:00", "185000|268000|60000")]
    [InlineData("Length", "225s|3m 45s|PT3M45S", "225000|225000|225000")]
    [InlineData("Length", "215.4|215,4|", "215400|215400|")]
    public void The_unit_of_a_length_is_told_by_its_column(string header, string values, string expected)
    {
        var rows = values.Split('|').Select((value, i) => $"Song {i};Ada;{value}\n");

        var playlist = Assert.Single(Samples.ReadText($"Title;Artist;{header}\n{string.Concat(rows)}"));

        Assert.Equal(expected, string.Join('|', playlist.Tracks.Select(track => track.DurationMs)));
    }

    [Fact]
    public void Semicolons_in_a_cell_separate_artists_and_commas_stay()
        => Assert.Equal(
            ["Earth, Wind & Ada", "Kari"],
            Assert.Single(Assert.Single(Samples.ReadText("Title,Artist\nNine Lives,\"Earth, Wind & Ada; Kari\"\n")).Tracks).Artists);

    [Fact]
    public void Every_identifier_that_a_table_can_have_is_kept()
        => Assert.Equal(
            ["Nine Lives /  /  /  / GBXYZ1900001 / 0f1e2d3c-4b5a-6978-8796-a5b4c3d2e1f0 / youtube:abc / Ada/Cats/09.mp3"],
            Samples.Lines(Assert.Single(Samples.ReadText(
                "Title,ISRC,MBID,URL,Path\nNine Lives,gb-xyz-19-00001,0F1E2D3C-4B5A-6978-8796-A5B4C3D2E1F0,https://youtu.be/abc,Ada/Cats/09.mp3\n"))));

    [Theory]
    [InlineData("spotify:track:1aAaaaaaaaaaaaaaaaaaa1", "spotify:track:1aAaaaaaaaaaaaaaaaaaa1")]
    [InlineData("1aAaaaaaaaaaaaaaaaaaa1", "spotify:track:1aAaaaaaaaaaaaaaaaaaa1")]
    [InlineData("https://open.spotify.com/track/1aAaaaaaaaaaaaaaaaaaa1?si=abc", "spotify:track:1aAaaaaaaaaaaaaaaaaaa1")]
    [InlineData("https://music.youtube.com/watch?list=x&v=abc-DEF", "youtube:abc-DEF")]
    [InlineData("https://www.deezer.com/en/track/4455", "deezer:4455")]
    [InlineData("https://listen.tidal.com/track/77", "tidal:77")]
    [InlineData("https://evil.invalid/open.spotify.com/track/1aAaaaaaaaaaaaaaaaaaa1", null)]
    [InlineData("https://open.spotify.com/album/1aAaaaaaaaaaaaaaaaaaa1", null)]
    [InlineData("spotify:local:a:b:c:1", null)]
    [InlineData("http://[", null)]
    public void A_link_or_id_becomes_the_id_at_its_service(string link, string? id)
        => Assert.Equal(id, Assert.Single(Assert.Single(Samples.ReadText($"Title\tArtist\tURI\nNine Lives\tAda\t{link}\n")).Tracks).ProviderTrackId);

    [Fact]
    public void Blank_rows_and_short_rows_as_spreadsheets_write_them_do_no_harm()
    {
        var playlist = Assert.Single(Samples.ReadText("Title;Artist;Album;Length\n;;;\nNine Lives;Ada\n\n   \nTen Lives;Ada;;;;\n;;Cats;\n"));

        Assert.Equal(["Nine Lives / Ada /  / ", "Ten Lives / Ada /  / "], Samples.Lines(playlist));
        Assert.Equal(["Line 7: A row without a title was left out."], Samples.Warnings(playlist));
    }

    [Fact]
    public void Control_characters_are_dropped_and_line_breaks_become_blanks()
        => Assert.Equal(
            ["Nine Lives / Ada Kari /  / "],
            Samples.Lines(Assert.Single(Samples.ReadText("Title,Artist\n\"Ni\u0007ne\r\n\tLives\u001b\",\"Ada\u2028Kari\"\n"))));
}
