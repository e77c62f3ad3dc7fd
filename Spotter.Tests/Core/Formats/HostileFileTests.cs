using System.Text;
using Spotter.Core.Formats;
using Spotter.Core.Formats.Exports;
using Spotter.Tests.Core.Formats.Archives;

namespace Spotter.Tests.Core.Formats;

/// <summary>Files that are made to do harm, by the name of the attack.</summary>
public sealed class HostileFileTests
{
    private const string NoEntities =
        "the file declares a document type or entities, which playlists do not need and Spotter does not read. Nothing was imported.";

    [Fact]
    public void A_billion_laughs_are_not_begun()
    {
        var entities = string.Concat(Enumerable.Range(1, 9).Select(i => $"<!ENTITY l{i} \"{string.Concat(Enumerable.Repeat($"&l{i - 1};", 10))}\">"));
        var (refusal, used) = Measure($"<?xml version=\"1.0\"?><!DOCTYPE playlist [<!ENTITY l0 \"laugh\">{entities}]><playlist><title>&l9;</title></playlist>", "x.xspf");

        Assert.EndsWith(NoEntities, refusal, StringComparison.Ordinal);
        Assert.True(used < 5_000_000, $"{used:N0} bytes were allocated.");
    }

    [Theory]
    [InlineData("a document type elsewhere", "<!DOCTYPE playlist SYSTEM \"http://127.0.0.1:9/evil.dtd\"><playlist/>")]
    [InlineData("a file of ours", "<!DOCTYPE playlist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><playlist><title>&x;</title></playlist>")]
    [InlineData("a parameter entity", "<!DOCTYPE playlist [<!ENTITY % x SYSTEM \"http://127.0.0.1:9/\"> %x;]><playlist/>")]
    public void Nothing_outside_the_file_is_asked_for(string reason, string text)
        => Assert.True(Samples.Refusal(text, "x.xspf").EndsWith(NoEntities, StringComparison.Ordinal), reason);

    [Fact]
    public void An_archive_within_an_archive_without_end_stays_closed()
    {
        var zip = Zips.Of(("list.csv", "Title\nNine Lives\n"));
        for (var i = 0; i < 50; i++)
        {
            zip = Zips.OfBytes(("deeper.zip", zip), ("deeper.csv", zip));
        }

        var reading = Samples.Refusal(zip, "x.zip");

        Assert.StartsWith("“deeper.zip” in the archive gave no playlist. An archive within the archive is not opened.", reading, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("sums", "=1+1")]
    [InlineData("programs", "=cmd|' /C calc'!A0")]
    [InlineData("other signs", "@SUM(A1:A9)")]
    [InlineData("signs that are hidden", "\t=1+1")]
    [InlineData("minus", "-2+3+cmd|' /C calc'!A0")]
    public async Task A_formula_comes_in_as_text_and_goes_out_as_text(string reason, string formula)
    {
        var track = Assert.Single(Assert.Single(Samples.ReadText($"Title,Artist,Album\n\"{formula}\",\"{formula}\",\"{formula}\"\n")).Tracks);
        Assert.True(track.Title == formula.Trim(), reason);

        await using var written = new MemoryStream();
        await MissingExport.WriteAsync(written, ExportFormat.Csv, "x", [new ExportedTrack(1, track)], CancellationToken.None);

        var cells = Encoding.UTF8.GetString(written.ToArray()).Split('\n')[1];
        Assert.DoesNotContain(",=", cells, StringComparison.Ordinal);
        Assert.Contains("'" + formula.Trim(), cells, StringComparison.Ordinal);
        Assert.Equal(track.Title, Assert.Single(Assert.Single(new PlaylistFileReader().Read(written.ToArray(), "x.csv", null)).Tracks).Title);
    }

    [Theory]
    [InlineData("quotes", "\"", "x.csv")]
    [InlineData("separators", ",", "x.csv")]
    [InlineData("open brackets", "[", "x.json")]
    [InlineData("open braces", "{\"a\":", "x.json")]
    [InlineData("elements", "<a>", "x.xspf")]
    [InlineData("dashes", " - ", "x.txt")]
    [InlineData("numbers of a list", "1. ", "x.txt")]
    [InlineData("numbers with dashes", "1 - ", "x.txt")]
    [InlineData("lines with a dash", "a - b\n", "x.txt")]
    [InlineData("lines of a table", "a;b\n", "x.csv")]
    [InlineData("comments", "#\n", "x.m3u")]
    [InlineData("quotes that close nothing", "\"a\"b,", "x.csv")]
    [InlineData("quoted cells that are never closed", "\"a\"b\n", "x.csv")]
    [InlineData("blanks and quotes", ", \"", "x.csv")]
    [InlineData("ampersands", "&", "x.xspf")]
    [InlineData("ampersands in elements", "<a>&", "x.xspf")]
    [InlineData("keys of a property list", "<plist><dict><key>", "x.xml")]
    [InlineData("tracks of a collection", "<DJ_PLAYLISTS>", "x.xml")]
    [InlineData("entries of a list of Winamp", "[playlist]\n", "x.pls")]
    [InlineData("bytes of no code page", "\u0081\u008D", "x.txt")]
    [InlineData("accents without words", "é", "x.txt")]
    [InlineData("entities", "&amp;,", "x.csv")]
    [InlineData("tabs", "\t", "x.txt")]
    [InlineData("lists within lists", "[{\"tracks\":", "x.json")]
    [InlineData("percent signs", "#EXTINF:1,%\nfile:///%25\n", "x.m3u")]
    public void Two_megabytes_of_one_thing_cost_no_more_than_their_size(string reason, string piece, string fileName)
    {
        var text = string.Concat(Enumerable.Repeat(piece, 2_000_000 / piece.Length));

        var (refusal, used) = Measure(text, fileName);

        Assert.True(refusal.Contains("Nothing was imported.", StringComparison.Ordinal), $"{reason}: {refusal}");
        Assert.True(used < 100L * text.Length, $"{reason}: {used:N0} bytes were allocated for {text.Length:N0}.");
    }

    [Theory]
    [InlineData("a line of megabytes in a list", "Ada - ", "x.txt")]
    [InlineData("one in a playlist", "#EXTINF:1,Ada - ", "x.m3u")]
    [InlineData("one in a table", "Title,Artist\n", "x.csv")]
    [InlineData("one of Winamp", "[playlist]\nFile1=", "x.pls")]
    [InlineData("one of a backup", "Road trip\nA\tB\tC\tspotify:track:x\t\n", "x.txt")]
    [InlineData("an attribute of megabytes", "<DJ_PLAYLISTS><COLLECTION><TRACK TrackID=\"1\" Name=\"", "x.xml")]
    public void A_line_of_megabytes_costs_no_more_than_its_size(string reason, string head, string fileName)
    {
        var (refusal, used) = Measure(head + new string('x', 8_000_000) + (head[^1] == '"' ? "\"/></COLLECTION></DJ_PLAYLISTS>" : ""), fileName);

        Assert.True(refusal.Contains("Nothing was imported.", StringComparison.Ordinal), $"{reason}: {refusal}");
        Assert.True(used < 100L * 8_000_000, $"{reason}: {used:N0} bytes were allocated.");
    }

    [Theory]
    [InlineData("rows", "Title,Artist\n", "a,b\n", "x.csv")]
    [InlineData("rows that are short", "Title,Artist\n", "a\n", "x.csv")]
    [InlineData("rows without a header", "", "a\tb\n", "x.tsv")]
    [InlineData("lines of a list", "", "a - b\n", "x.txt")]
    [InlineData("paths", "#EXTM3U\n", "a.mp3\n", "x.m3u")]
    [InlineData("empty entries", "#EXTM3U\n", "#EXTINF:1,\n", "x.m3u")]
    public void A_million_short_rows_end_at_the_limit(string reason, string head, string row, string fileName)
    {
        var text = head + string.Concat(Enumerable.Repeat(row, 1_000_000));

        var (refusal, used) = Measure(text, fileName);

        Assert.True(refusal.Contains("Nothing was imported.", StringComparison.Ordinal), $"{reason}: {refusal}");
        Assert.True(used < 100L * text.Length, $"{reason}: {used:N0} bytes were allocated for {text.Length:N0}.");
    }

    [Theory]
    [InlineData("an entity of its own", "<!DOCTYPE plist [<!ENTITY a \"aaaa\">]><plist><dict><key>Tracks</key><string>&a;</string></dict></plist>")]
    [InlineData("a file of ours", "<!DOCTYPE plist [<!ENTITY x SYSTEM \"file:///etc/passwd\">]><plist><dict><key>&x;</key></dict></plist>")]
    public void A_property_list_that_declares_something_is_refused(string reason, string text)
        => Assert.True(Samples.Refusal(text, "x.xml").EndsWith(NoEntities, StringComparison.Ordinal), reason);

    [Fact]
    public void An_address_that_a_property_list_names_is_not_asked()
        => Assert.Equal(
            "Nine Lives",
            Assert.Single(Assert.Single(Samples.ReadText(
                "<!DOCTYPE plist PUBLIC \"-//Apple//DTD PLIST 1.0//EN\" \"http://127.0.0.1:9/evil.dtd\"><plist><dict><key>Tracks</key><dict><key>1</key><dict><key>Track ID</key><integer>1</integer><key>Name</key><string>Nine Lives</string></dict></dict>"
                + "<key>Playlists</key><array><dict><key>Name</key><string>A</string><key>Playlist Items</key><array><dict><key>Track ID</key><integer>1</integer></dict></array></dict></array></dict></plist>", "x.xml")).Tracks).Title);

    private static (string Refusal, long Used) Measure(string text, string fileName)
    {
        var bytes = Encoding.UTF8.GetBytes(text);
        var before = GC.GetAllocatedBytesForCurrentThread();
        var refusal = Samples.Refusal(bytes, fileName);
        return (refusal, GC.GetAllocatedBytesForCurrentThread() - before);
    }
}
