using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Text;

namespace Spotter.Tests.Core.Formats.Text;

/// <summary>Finding the encoding of bytes that do not declare one.</summary>
public sealed class TextContentTests
{
    public static TheoryData<string, string> Lists => new()
    {
        { "windows-1251", "#EXTM3U\r\n#EXTINF:289,Маяк - Огни гавани\r\nD:\\Музыка\\Маяк\\1988 - Отлив\\01 - Огни гавани.mp3\r\n" },
        { "koi8-r", "#EXTM3U\r\n#EXTINF:289,Маяк - Огни гавани\r\nD:\\Музыка\\Маяк\\1988 - Отлив\\01 - Огни гавани.mp3\r\n" },
        { "shift-jis", "#EXTM3U\r\n#EXTINF:289,灯台 - 港のあかり\r\nD:\\音楽\\灯台\\ひきしお\\02 港のあかり.mp3\r\n" },
        { "gbk", "#EXTM3U\r\n#EXTINF:240,周星 - 港口的灯光\r\nE:\\音乐\\周星\\港口的灯光.mp3\r\n#EXTINF:240,李海 - 九条命\r\n" },
        { "big5", "#EXTM3U\r\n#EXTINF:240,周星 - 港口的燈光\r\nE:\\音樂\\周星\\港口的燈光.mp3\r\n#EXTINF:240,李海 - 九條命\r\n" },
        { "euc-kr", "#EXTM3U\r\n#EXTINF:240,등대 - 항구의 불빛\r\nE:\\음악\\등대\\항구의 불빛.mp3\r\n" },
        { "windows-1250", "#EXTM3U\r\n#EXTINF:240,Dvořáček - Přístav světla\r\nE:\\Hudba\\Dvořáček\\Žluté kočky\\03 - Přístav světla.mp3\r\n" },
        { "windows-1250", "#EXTM3U\r\n#EXTINF:240,Żółw - Światła miasta\r\nE:\\Muzyka\\Żółw\\Księżyc\\03 - Światła miasta.mp3\r\n" },
        { "windows-1253", "#EXTM3U\r\n#EXTINF:240,Φάρος - Τα φώτα του λιμανιού\r\nE:\\Μουσική\\Φάρος\\Εννέα ζωές\\03 - Τα φώτα του λιμανιού.mp3\r\n" },
        { "windows-1254", "#EXTM3U\r\n#EXTINF:240,Deniz Feneri - Işıklar İçinde\r\nE:\\Müzik\\Deniz Feneri\\Dokuz Can\\03 - Işıklar İçinde Ağlıyor.mp3\r\n" },
        { "windows-1252", "#EXTM3U\r\n#EXTINF:240,Jörg Müller - Größenwahn\r\nE:\\Musik\\Jörg Müller\\Lärm\\01 - Größenwahn.mp3\r\n" },
        { "windows-1252", "#EXTM3U\r\n#EXTINF:240,Zoé Lefèvre - Été à Fécamp\r\nE:\\Zoé Lefèvre\\Été\\01.mp3\r\n" },
        { "macintosh", "#EXTM3U\r#EXTINF:240,Jörg Müller - Größenwahn\r/Volumes/Music/Jörg Müller/Lärm/01 - Größenwahn.mp3\r" },
        { "macintosh", "#EXTM3U\r#EXTINF:240,Zoé Lefèvre - Été à Fécamp\r/Volumes/Zoé Lefèvre/Été/01.mp3\r" },
    };

    [Theory]
    [MemberData(nameof(Lists))]
    public void A_list_in_a_code_page_is_read_in_it_and_the_guess_is_told(string codePage, string text)
    {
        var decoded = TextContent.Decode(CodePages.Find(codePage)!.GetBytes(text));

        Assert.Equal((codePage, text), (decoded.GuessedCodePage, decoded.Text));
        Assert.Equal(codePage, Assert.Single(new PlaylistFileReader().Read(CodePages.Find(codePage)!.GetBytes(text), "x.m3u", null)).GuessedCodePage);
    }

    [Fact]
    public void What_leaves_no_doubt_is_no_guess()
        => Assert.Null(Assert.Single(Samples.ReadText("Title,Artist\nÄrger,Jörg\n")).GuessedCodePage);

    [Fact]
    public void The_encoding_that_a_playlist_names_is_obeyed()
    {
        // "Ä" alone could be anything.
        var bytes = CodePages.Find("windows-1253")!.GetBytes("#EXTM3U\n#EXTENC: windows-1253\n#EXTINF:1,Δ - Ω\nx.mp3\n");

        var playlist = Assert.Single(new PlaylistFileReader().Read(bytes, "x.m3u", null));

        Assert.Equal(("Ω / Δ /  / 1000 ms / x.mp3", null), (Assert.Single(Samples.Lines(playlist)), playlist.GuessedCodePage));
    }

    [Fact]
    public void The_code_page_that_a_user_names_counts_more_than_a_guess()
    {
        var bytes = CodePages.Find("koi8-r")!.GetBytes("Маяк - Огни\n");
        var guessed = Assert.Single(new PlaylistFileReader().Read(bytes, "x.txt", null));

        var said = Assert.Single(new PlaylistFileReader().ReadAgain(guessed.Undecoded!, "windows-1251", mapping: null, givenName: null));
        var found = Assert.Single(new PlaylistFileReader().ReadAgain(said.Undecoded!, codePage: null, mapping: null, givenName: null));

        Assert.Equal(CodePages.Find("windows-1251")!.GetString(CodePages.Find("koi8-r")!.GetBytes("Маяк")), Assert.Single(said.Tracks).ArtistLine);
        Assert.Equal(("windows-1251", null, "windows-1251"), (said.CodePage, said.GuessedCodePage, said.Choice.CodePage));
        Assert.Equal(("Маяк", "koi8-r", "koi8-r", null), (Assert.Single(found.Tracks).ArtistLine, found.CodePage, found.GuessedCodePage, found.Choice.CodePage));
        Assert.Contains("koi8-r", PlaylistFileReader.CodePageNames);
    }

    [Fact]
    public void One_bad_byte_in_a_file_of_UTF_8_costs_nothing_but_its_line()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("#EXTM3U\n#EXTINF:1,Маяк - Огни\nМаяк/01.mp3\n#EXTINF:2,Zoë - Été\nz.mp3\n#EXTINF:3,Beyonc"), 0xE9, .. " - Halo\nb.mp3\n"u8];

        var playlist = Assert.Single(new PlaylistFileReader().Read(bytes, "x.m3u", null));

        Assert.Equal(["Маяк - Огни", "Zoë - Été", "Beyoncé - Halo"], playlist.Tracks.Select(track => $"{track.ArtistLine} - {track.Title}"));
        Assert.StartsWith("1 line is not in UTF-8 as the rest of the file, and was read as windows-", Assert.Single(Samples.Remarks(playlist)), StringComparison.Ordinal);
    }

    [Fact]
    public void What_the_user_says_of_the_letters_is_not_a_guess_in_a_mixed_file_either()
    {
        byte[] bytes = [.. Encoding.UTF8.GetBytes("#EXTM3U\n#EXTINF:1,Маяк - Огни\n01.mp3\n#EXTINF:3,Beyonc"), 0xE9, .. " - Halo\nb.mp3\n"u8];

        Assert.NotNull(TextContent.Decode(bytes).GuessedCodePage);
        var said = TextContent.Decode(bytes, "windows-1252");

        Assert.Null(said.GuessedCodePage);
        Assert.Equal("windows-1252", said.CodePage);
        Assert.Contains("Beyoncé", said.Text, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("three zero bytes in a hundred", 3, "", true)]
    [InlineData("four in a hundred", 4, "", false)]
    [InlineData("another control byte at the very beginning", 1, "\u0001", false)]
    public void A_few_zero_bytes_are_a_flaw_and_many_are_no_text(string what, int zeros, string before, bool isText)
    {
        var bytes = Encoding.UTF8.GetBytes(before + new string('a', 100 - zeros - before.Length) + new string('\0', zeros));

        if (isText)
        {
            Assert.True(TextContent.Decode(bytes).Text == new string('a', 100 - zeros), what);
        }
        else
        {
            Assert.Equal(PlaylistFileProblem.NotAPlaylist, Assert.Throws<PlaylistFileException>(() => TextContent.Decode(bytes)).Problem);
        }
    }

    [Fact]
    public void A_single_zero_byte_is_dropped_and_told()
    {
        var playlist = Assert.Single(Samples.ReadText("Title,Artist\nHarbour Lights,Marlow\0\nNine Lives,Ada\n"));

        Assert.Equal(["Harbour Lights / Marlow /  / ", "Nine Lives / Ada /  / "], Samples.Lines(playlist));
        Assert.Equal(["1 zero byte that no text has was dropped."], Samples.Remarks(playlist));
    }
}
