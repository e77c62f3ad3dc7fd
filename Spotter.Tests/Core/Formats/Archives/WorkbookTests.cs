using System.IO.Compression;
using System.Text;
using CsCheck;
using Spotter.Core.Formats;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats.Archives;

public sealed class WorkbookTests
{
    private const string Old = "table-old.xls";

    [Fact]
    public void A_workbook_is_the_table_that_it_shows()
        => Assert.Equal(
            ["Harbour Lights / Marlow, The Tinker / Low \"Tide\" / 215000 ms", "Nine Lives / Ada /  / 242000 ms", "1979 / Ada /  / 1530000 ms"],
            Samples.Lines(Assert.Single(Samples.Read("table.xlsx"))));

    [Fact]
    public void A_workbook_in_an_archive_is_read_too()
        => Assert.Equal("csv:table", Assert.Single(new PlaylistFileReader().Read(Zips.OfBytes(("x/table.xlsx", Samples.Bytes("table.xlsx"))), "x.zip", null)).RemoteId);

    [Fact]
    public void A_workbook_of_an_old_Excel_is_read_too()
    {
        string[] tracks = ["Harbour Lights / Marlow, The Tinker / Low \"Tide\" / 215000 ms", "Nine Lives / Ada /  / 242000 ms", "1979 / Ada /  / 1530000 ms", "Ärger 日本 / Björk /  / "];

        Assert.Equal(tracks, Samples.Lines(Assert.Single(Samples.Read(Old))));
        Assert.Equal(tracks, Samples.Lines(Assert.Single(new PlaylistFileReader().Read(Zips.OfBytes(("x/table-old.xls", Samples.Bytes(Old))), "x.zip", null))));
    }

    [Fact]
    public void An_old_document_that_is_no_workbook_is_refused_in_words()
        => Assert.StartsWith(
            "This is an old Word document, or an old workbook that is damaged or guarded by a password.",
            Samples.Refusal([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[600]], "letter.doc"), StringComparison.Ordinal);

    [Theory]
    [InlineData("a text that no list of texts has", "xl/sharedStrings.xml", "<sst xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"/>")]
    [InlineData("no sheets", "xl/workbook.xml", "<workbook xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheets/></workbook>")]
    [InlineData("a sheet that is elsewhere", "xl/_rels/workbook.xml.rels", "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"/>")]
    [InlineData("nothing but an empty sheet", "xl/worksheets/sheet1.xml", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData/></worksheet>")]
    public void A_workbook_that_lacks_a_part_is_refused_in_words(string reason, string part, string text)
    {
        var refusal = Samples.Refusal(Changed((part, text)), "x.xlsx");

        Assert.True(refusal.EndsWith("Nothing was imported.", StringComparison.Ordinal) && !refusal.Contains("Exception", StringComparison.Ordinal), $"{reason}: {refusal}");
    }

    [Fact]
    public void Several_sheets_are_several_playlists()
    {
        var reading = new PlaylistFileReader().Read(Changed(("xl/workbook.xml", """
            <workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="http://schemas.openxmlformats.org/officeDocument/2006/relationships">
            <sheets><sheet name="Sunday" sheetId="1" r:id="rId1"/><sheet name="Monday" sheetId="2" r:id="rId9"/></sheets></workbook>
            """), ("xl/_rels/workbook.xml.rels", PartOf("xl/_rels/workbook.xml.rels").Replace("</Relationships>", "<Relationship Id=\"rId9\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/worksheet\" Target=\"worksheets/sheet2.xml\"/></Relationships>", StringComparison.Ordinal)),
            ("xl/worksheets/sheet2.xml", PartOf("xl/worksheets/sheet1.xml"))), "My lists.xlsx", null);

        Assert.Equal(["My lists - Sunday", "My lists - Monday"], reading.Select(playlist => playlist.Name));
    }

    [Fact]
    public void What_unpacks_without_end_is_not_unpacked()
    {
        var refusal = Samples.Refusal(Changed(("xl/worksheets/sheet1.xml", new string(' ', 30_000_000))), "x.xlsx");

        Assert.Equal("The workbook unpacks to far more than its size suggests. Spotter does not import it. Nothing was imported.", refusal);
    }

    [Theory]
    [InlineData("a document type", "<!DOCTYPE x [<!ENTITY a \"aaaa\">]><worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row r=\"1\"><c r=\"A1\" t=\"str\"><v>&a;</v></c></row></sheetData></worksheet>")]
    [InlineData("no XML", "PK")]
    [InlineData("XML that breaks off", "<worksheet xmlns=\"http://schemas.openxmlformats.org/spreadsheetml/2006/main\"><sheetData><row")]
    public void A_workbook_that_is_made_up_is_refused_in_words(string reason, string sheet)
    {
        var refusal = Samples.Refusal(Changed(("xl/worksheets/sheet1.xml", sheet)), "x.xlsx");

        Assert.True(refusal.StartsWith("The workbook is", StringComparison.Ordinal), $"{reason}: {refusal}");
    }

    [Fact]
    public void A_cell_at_the_end_of_the_world_costs_no_more_than_its_own_row()
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        Samples.Refusal(Changed(("xl/worksheets/sheet1.xml", """
            <worksheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main"><sheetData><row r="1"><c r="A1" t="str"><v>Title</v></c></row><row r="1048576"><c r="XFD1048576" t="str"><v>x</v></c></row></sheetData></worksheet>
            """)), "x.xlsx");

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 20_000_000);
    }

    [Fact]
    public void Whatever_stands_in_its_parts_it_is_read_or_refused()
    {
        string[] parts = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml", "xl/workbook.xml", "xl/_rels/workbook.xml.rels"];
        string[] pieces = ["", "9", "<v>", "\"", "99999999999", "-1", "</row>", "t=\"b\""];
        Gen.Select(Gen.Int[0, parts.Length - 1], Gen.Int[0, 900], Gen.Int[0, 60], Gen.Int[0, pieces.Length - 1]).Sample((part, at, length, piece) =>
        {
            var put = pieces[piece];
            var text = PartOf(parts[part]);
            var start = Math.Min(at, text.Length);
            var zip = Changed((parts[part], text[..start] + put + text[Math.Min(text.Length, start + length)..]));
            try
            {
                return new PlaylistFileReader().Read(zip, "x.xlsx", null).Count > 0;
            }
            catch (PlaylistFileException refusal)
            {
                return refusal.Words.Length > 10;
            }
        }, iter: 1_000);
    }

    private static string PartOf(string name)
    {
        using var zip = new ZipArchive(new MemoryStream(Samples.Bytes("table.xlsx")), ZipArchiveMode.Read);
        using var reader = new StreamReader(zip.GetEntry(name)!.Open());
        return reader.ReadToEnd();
    }

    private static byte[] Changed(params (string Name, string Text)[] parts)
    {
        using var memory = new MemoryStream();
        memory.Write(Samples.Bytes("table.xlsx"));
        using (var zip = new ZipArchive(memory, ZipArchiveMode.Update, leaveOpen: true))
        {
            foreach (var (name, text) in parts)
            {
                zip.GetEntry(name)?.Delete();
                using var entry = zip.CreateEntry(name).Open();
                entry.Write(Encoding.UTF8.GetBytes(text));
            }
        }

        return memory.ToArray();
    }
}
