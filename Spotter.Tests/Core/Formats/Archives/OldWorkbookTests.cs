using System.Buffers.Binary;
using System.Text;
using Spotter.Core.Formats;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Formats.Archives;

/// <summary>Workbooks of Excel 97 to 2003, also such as no program would write. What a refusal costs is counted in allocated bytes.</summary>
public sealed class OldWorkbookTests
{
    private const string Old = "table-old.xls";

    private static readonly byte[] Texts = OldWorkbooks.Texts("Title", "Artist", "Rill", "Ada");

    private static readonly byte[][] Cells = [OldWorkbooks.TextCell(0, 0, 0), OldWorkbooks.TextCell(0, 1, 1), OldWorkbooks.TextCell(1, 0, 2), OldWorkbooks.TextCell(1, 1, 3)];

    [Theory]
    [InlineData(false)]
    [InlineData(true)]
    public void A_workbook_is_read_from_large_and_from_small_sectors(bool isSmall)
    {
        var workbook = OldWorkbooks.Of([Texts], [Cells], isSmall);

        Assert.Equal("Rill / Ada /  / ", Assert.Single(Samples.Lines(Assert.Single(Read(workbook)))));
    }

    [Fact]
    public void A_text_that_is_continued_in_the_next_record_is_read_whole()
    {
        byte[] texts = [.. OldWorkbooks.Record(0xFC, [4, 0, 0, 0, 4, 0, 0, 0, 5, 0, 0, .. "Title"u8, 6, 0, 0, .. "Art"u8]),
            .. OldWorkbooks.Record(0x3C, [1, .. Encoding.Unicode.GetBytes("ist"), 4, 0, 8, 1, 0, .. "Rill"u8, 9, 9]),
            .. OldWorkbooks.Record(0x3C, [9, 9, 3, 0, 4, 2, 0, 0, 0, .. "Ada"u8, 7, 7])];

        Assert.Equal("Rill / Ada /  / ", Assert.Single(Samples.Lines(Assert.Single(Read(OldWorkbooks.Of([texts], [Cells]))))));
    }

    [Fact]
    public void A_row_of_numbers_in_one_record_is_read()
    {
        byte[][] cells = [.. Cells, OldWorkbooks.TextCell(0, 2, 4), OldWorkbooks.Numbers(1, 2, 2, 215)];

        Assert.Equal("Rill / Ada /  / 215000 ms", Assert.Single(Samples.Lines(Assert.Single(Read(OldWorkbooks.Of([OldWorkbooks.Texts("Title", "Artist", "Rill", "Ada", "Duration")], [cells]))))));
    }

    public static TheoryData<string, byte[]> MadeUp => new()
    {
        { "numbers up to the last column that can be counted", OldWorkbooks.Of([Texts], [[.. Cells, OldWorkbooks.Numbers(1, 2, ushort.MaxValue, 215)]]) },
        { "numbers in the last column that can be counted", OldWorkbooks.Of([Texts], [[.. Cells, OldWorkbooks.Numbers(1, ushort.MaxValue, ushort.MaxValue, 215)]]) },
        { "a text that leads back to its own beginning", OldWorkbooks.Of([OldWorkbooks.Record(0xFC, [255, 255, 255, 255, 255, 255, 255, 127, 1, 0, 4, .. Little(-8), (byte)'x'])], [Cells]) },
        { "more texts than there are", OldWorkbooks.Of([OldWorkbooks.Record(0xFC, [255, 255, 255, 255, 255, 255, 255, 127, 1, 0, 0, (byte)'x'])], [Cells]) },
        { "a text that is longer than the file", OldWorkbooks.Of([OldWorkbooks.Record(0xFC, [1, 0, 0, 0, 1, 0, 0, 0, 255, 255, 0, (byte)'x'])], [Cells]) },
        { "two thousand million rows", OldWorkbooks.Of([Texts], [[OldWorkbooks.Record(0x200, [0, 0, 0, 0, .. Little(int.MaxValue), 0, 0, 2, 0, 0, 0]), .. Cells]]) },
        { "one long text in thousands of cells", OldWorkbooks.Of([OldWorkbooks.Texts(new string('x', 8_000))], [[.. Enumerable.Range(0, 60_000).Select(i => OldWorkbooks.TextCell(i / 200, i % 200, 0))]]) },
        { "one long text again and again in one cell", OldWorkbooks.Of([OldWorkbooks.Texts(new string('x', 8_000))], [[.. Enumerable.Range(0, 60_000).Select(_ => OldWorkbooks.TextCell(0, 0, 0))]]) },
        { "a cell in the last row of a thousand sheets", OldWorkbooks.Of([Texts], [.. Enumerable.Repeat((byte[][])[OldWorkbooks.TextCell(ushort.MaxValue, 0, 0)], 1_000)]) },
        { "sheets in the same place", OldWorkbooks.Of([Texts, OldWorkbooks.Sheet(5_000), OldWorkbooks.Sheet(5_000)], [Cells]) },
        { "a sheet within a record", OldWorkbooks.Of([Texts, OldWorkbooks.Sheet(30)], [Cells]) },
        { "a password", OldWorkbooks.Of([OldWorkbooks.Record(0x2F, new byte[54]), Texts], [Cells]) },
        { "formats without end", OldWorkbooks.Of([Texts, .. Enumerable.Range(0, 20_000).Select(i => OldWorkbooks.Record(0x41E, [(byte)i, (byte)(i >> 8), 1, 0, 0, (byte)'0']))], [Cells]) },
        { "a chain of sectors that leads to itself", Patched(OldWorkbooks.Of([Texts], [Cells]), OldWorkbooks.TableAt + 8, 2) },
        { "a chain of small sectors that leads to itself", Patched(OldWorkbooks.Of([Texts], [Cells], isSmall: true), OldWorkbooks.SmallTableAt, 0) },
        { "no beginning", Patched(OldWorkbooks.Of([Texts], [Cells]), OldWorkbooks.StreamAt, 0) },
        { "half of it", OldWorkbooks.Of([Texts], [Cells])[..2_000] },
    };

    [Theory]
    [MemberData(nameof(MadeUp))]
    public void A_made_up_workbook_is_refused_and_costs_no_more_than_its_size(string reason, byte[] bytes)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();

        var refusal = Samples.Refusal(bytes, "x.xls");

        var used = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.EndsWith("Nothing was imported.", refusal, StringComparison.Ordinal);
        Assert.True(used < Most(bytes), $"{reason}: {used:N0} bytes were allocated for {bytes.Length:N0}.");
    }

    [Fact]
    public void A_large_workbook_of_real_cells_stays_far_below_what_is_allowed()
    {
        byte[][] cells = [.. Enumerable.Range(0, 19_000).SelectMany(row => (byte[][])[OldWorkbooks.TextCell(row, 0, row == 0 ? 0 : 2), OldWorkbooks.TextCell(row, 1, row == 0 ? 1 : 3)])];
        var bytes = OldWorkbooks.Of([Texts], [cells]);
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.Equal(18_999, Assert.Single(Read(bytes)).Tracks.Count);

        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most(bytes) / 2);
    }

    [Fact]
    public void A_workbook_of_whatever_records_is_read_or_refused()
    {
        var random = new Random(7);
        ushort[] ids = [0x09, 0x0809, 0x85, 0x200, 0x00, 0xBD, 0xBE, 0xFC, 0x3C, 0xFD, 0x203, 0x204, 0x27E, 0x06, 0x207, 0x41E, 0xE0, 0x2F, 0x208, 0x0A, 0x42, 0x22, 0xE5, 0x7D];
        for (var round = 0; round < 500; round++)
        {
            var bytes = OldWorkbooks.Of([Texts, .. Made(3)], [[.. Cells, .. Made(8)], [.. Made(8)]], isSmall: round % 5 == 0);
            var before = GC.GetAllocatedBytesForCurrentThread();
            AssertReadOrRefused(bytes);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most(bytes));
        }

        IEnumerable<byte[]> Made(int most) => Enumerable.Range(0, random.Next(most)).Select(_ =>
        {
            var body = new byte[random.Next(40)];
            random.NextBytes(body);
            // Small numbers and the largest ones reach further than others.
            for (var i = 0; i + 1 < body.Length; i += 2)
            {
                (body[i], body[i + 1]) = random.Next(4) switch { 0 => ((byte)random.Next(4), (byte)0), 1 => ((byte)255, (byte)255), _ => (body[i], body[i + 1]) };
            }

            return OldWorkbooks.Record(ids[random.Next(ids.Length)], body);
        }).ToList();
    }

    [Fact]
    public void Whatever_stands_in_an_old_workbook_it_is_read_or_refused()
    {
        var random = new Random(5);
        for (var round = 0; round < 300; round++)
        {
            var bytes = Samples.Bytes(Old).ToArray();
            for (var damage = random.Next(1, 4); damage > 0; damage--)
            {
                // Not the first bytes, which identify the format.
                bytes.AsSpan(random.Next(8, bytes.Length - 5), random.Next(1, 4)).Fill((byte)random.Next(256));
            }

            var before = GC.GetAllocatedBytesForCurrentThread();
            AssertReadOrRefused(bytes);
            Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, Most(bytes));
        }
    }

    [Theory]
    [InlineData(30, 30)]
    [InlineData(32, 31)]
    [InlineData(47, 127)]
    [InlineData(67, 127)]
    [InlineData(75, 127)]
    public void An_old_workbook_whose_parts_are_larger_than_itself_is_refused_before_anything_is_read(int at, byte value)
    {
        var bytes = Samples.Bytes(Old).ToArray();
        bytes[at] = value;
        var before = GC.GetAllocatedBytesForCurrentThread();

        Assert.StartsWith("This is an old Word document, or an old workbook that is damaged", Samples.Refusal(bytes, "x.xls"), StringComparison.Ordinal);
        Assert.InRange(GC.GetAllocatedBytesForCurrentThread() - before, 0, 1_000_000);
    }

    // As for every other format in the tests of damaged files.
    private static long Most(byte[] bytes) => 5_000_000 + (400L * bytes.Length);

    private static IReadOnlyList<PlaylistFile> Read(byte[] workbook) => new PlaylistFileReader().Read(workbook, "list.xls", null);

    private static void AssertReadOrRefused(byte[] bytes)
    {
        try
        {
            Assert.NotEmpty(Read(bytes));
        }
        catch (PlaylistFileException refusal)
        {
            Assert.True(refusal.Words.Length > 10, refusal.Words);
        }
    }

    private static byte[] Little(int number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteInt32LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Patched(byte[] bytes, int at, int number)
    {
        Little(number).CopyTo(bytes, at);
        return bytes;
    }
}
