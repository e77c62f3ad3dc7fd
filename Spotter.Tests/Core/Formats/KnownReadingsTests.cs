using Spotter.Core.Facts;
using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Text;
using Spotter.Tests.Core.Formats.Archives;

namespace Spotter.Tests.Core.Formats;

/// <summary>The user's choices for single playlists also apply to newer files of these playlists.</summary>
public sealed class KnownReadingsTests
{
    private const string Reversed = "Nine Lives - Ada\nAttic Tape - Kari Moss\n";

    [Fact]
    public async Task A_code_page_holds_for_the_playlist_that_it_was_named_for_even_where_the_file_names_it_in_these_letters()
    {
        var known = Said("m3u:Вечер", new("koi8-r", null));
        // The guess is right for this file, but only the user's choice for a playlist counts.
        var read = await ReadAsync(In("windows-1251", "#EXTM3U\n#PLAYLIST:Вечер\n#EXTINF:1,Маяк - Огни\nx.mp3\n"), "x.m3u", known);
        Assert.Equal(("Вечер", "windows-1251", ReadingChoice.None), (read.Name, read.CodePage, read.Choice));

        var said = await ReadAsync(In("koi8-r", "#EXTM3U\n#PLAYLIST:Вечер\n#EXTINF:1,Æ - Ø\nx.mp3\n", fallback: true), "x.m3u", known);
        Assert.Equal(("Вечер", "koi8-r", "koi8-r", null), (said.Name, said.CodePage, said.Choice.CodePage, said.GuessedCodePage));
    }

    [Fact]
    public async Task A_code_page_is_obeyed_against_the_guess_and_forgotten_where_the_file_is_unicode_now()
    {
        var bytes = In("koi8-r", "Маяк - Огни\n");
        var known = Said("text:list", new("windows-1251", null));

        var said = await ReadAsync(bytes, "list.txt", known);
        var other = await ReadAsync(bytes, "other.txt", known);
        var unicode = await ReadAsync(Encoding.UTF8.GetBytes("Маяк - Огни\n"), "list.txt", known);

        Assert.Equal(("windows-1251", "windows-1251"), (said.CodePage, said.Choice.CodePage));
        Assert.Equal(("koi8-r", "Маяк"), (other.CodePage, other.Tracks[0].ArtistLine));
        Assert.Equal((null, "Маяк", null), (unicode.CodePage, unicode.Tracks[0].ArtistLine, unicode.Undecoded));
    }

    [Fact]
    public async Task Where_few_lines_are_no_unicode_the_code_page_is_said_of_these()
    {
        var bytes = (byte[])[.. "Ärger - Öl\nÜber - Ål\n"u8, .. In("koi8-r", "Маяк - Огни\n")];

        var read = await ReadAsync(bytes, "list.txt", Said("text:list", new("koi8-r", null)));

        Assert.Equal(["Ärger", "Über", "Маяк"], read.Tracks.Select(track => track.ArtistLine));
        Assert.Equal("koi8-r", Assert.IsType<Fact.LinesRecoded>(Assert.Single(read.Remarks)).CodePage);
    }

    [Theory]
    [InlineData("said that the title is first", true, "Nine Lives")]
    [InlineData("said that the artist is first", false, "Ada")]
    public async Task Sides_hold_for_the_playlist_that_they_were_said_of(string reason, bool isTitleFirst, string title)
    {
        var known = Said("text:list", new(null, isTitleFirst));

        var said = await ReadAsync(Encoding.UTF8.GetBytes(Reversed), "list.txt", known);
        var other = await ReadAsync(Encoding.UTF8.GetBytes(Reversed), "other.txt", known);

        Assert.True(title == said.Tracks[0].Title, reason);
        Assert.Equal((isTitleFirst, false, (bool?)isTitleFirst), (said.IsTitleFirst, said.SidesAreOpen, said.Choice.IsTitleFirst));
        Assert.Equal((false, true, null), (other.IsTitleFirst, other.SidesAreOpen, other.Choice.IsTitleFirst));
    }

    [Fact]
    public async Task Sides_count_more_than_the_paths_of_the_file()
    {
        const string ofPaths = "#EXTM3U\n#EXTINF:1,Nine Lives - Ada\nAda/Cats/03 - Nine Lives.mp3\n";

        var decided = await ReadAsync(Encoding.UTF8.GetBytes(ofPaths), "x.m3u", KnownDecisions.None);
        var said = await ReadAsync(Encoding.UTF8.GetBytes(ofPaths), "x.m3u", Said("m3u:x", new(null, false)));

        Assert.Equal((true, "Nine Lives"), (decided.IsTitleFirst, decided.Tracks[0].Title));
        Assert.Equal((false, "Ada"), (said.IsTitleFirst, said.Tracks[0].Title));
        Assert.True(decided.Tracks[0].IsSameAs(said.TurnedRound().Tracks[0]));
    }

    [Fact]
    public async Task In_an_archive_it_holds_for_each_file_alone()
    {
        var zip = Zips.OfBytes(("a/list.txt", Encoding.UTF8.GetBytes(Reversed)), ("b/other.txt", Encoding.UTF8.GetBytes(Reversed)), ("c/old.txt", In("koi8-r", "Маяк - Огни\n")));
        var known = new KnownDecisions(KnownTables.None, new(new Dictionary<string, ReadingChoice>
        {
            ["text:list"] = new(null, true), ["text:old"] = new("windows-1251", null),
        }));

        var read = await new PlaylistFileReader().ReadAsync(new MemoryStream(zip), "all.zip", null, default, known);

        Assert.Equal(["list Nine Lives", "other Ada"], read.Take(2).Select(playlist => $"{playlist.Name} {playlist.Tracks[0].Title}"));
        Assert.Equal("windows-1251", read[2].CodePage);
    }

    [Fact]
    public void A_stamp_moves_with_what_was_said()
    {
        Assert.Equal("", KnownDecisions.None.Stamp);
        Assert.Equal(Said("a", new(null, true)).Stamp, Said("a", new(null, true)).Stamp);
        Assert.NotEqual(Said("a", new(null, true)).Stamp, Said("a", new(null, false)).Stamp);
        Assert.NotEqual(Said("a", new(null, true)).Stamp, Said("a", new("gbk", true)).Stamp);
    }

    private static KnownDecisions Said(string remoteId, ReadingChoice choice)
        => new(KnownTables.None, new(new Dictionary<string, ReadingChoice> { [remoteId] = choice }));

    private static byte[] In(string codePage, string text, bool fallback = false)
    {
        var bytes = CodePages.Find(codePage)!.GetBytes(text);
        Assert.True(fallback || CodePages.Find(codePage)!.GetString(bytes) == text, "The code page has no such letters.");
        return bytes;
    }

    private static async Task<PlaylistFile> ReadAsync(byte[] bytes, string fileName, KnownDecisions known)
        => Assert.Single(await new PlaylistFileReader().ReadAsync(new MemoryStream(bytes), fileName, null, default, known));
}
