using System.Buffers.Binary;
using System.Text;

namespace Spotter.Tests.Core.Formats.Archives;

/// <summary>Writes workbooks of Excel 97 to 2003 (.xls) record by record.</summary>
internal static class OldWorkbooks
{
    /// <summary>Where the table of sectors begins in a file that needs only one sector for it.</summary>
    public const int TableAt = SectorBytes;

    /// <summary>Where the table of small sectors begins in such a file.</summary>
    public const int SmallTableAt = 3 * SectorBytes;

    /// <summary>Where the workbook begins in such a file, if it is in large sectors.</summary>
    public const int StreamAt = 3 * SectorBytes;

    private const int SectorBytes = 512;
    private const int SmallSectorBytes = 64;
    private const int Cutoff = 4_096;
    private const uint End = 0xFFFFFFFE;
    private const uint Free = 0xFFFFFFFF;

    /// <summary>A workbook.</summary>
    /// <param name="shared">The records that all sheets share.</param>
    /// <param name="sheets">The records of each sheet.</param>
    /// <param name="isSmall">Whether it is stored in small sectors, as some programs do with less than 4,096 bytes.</param>
    public static byte[] Of(byte[][] shared, byte[][][] sheets, bool isSmall = false)
    {
        var begin = Beginning(5);
        var end = Record(0x0A, []);
        var written = sheets.Select(records => (byte[])[.. Beginning(16), .. records.SelectMany(record => record), .. end]).ToList();
        var place = begin.Length + shared.Sum(record => record.Length) + (sheets.Length * Sheet(0).Length) + end.Length;
        var book = new List<byte>([.. begin, .. shared.SelectMany(record => record)]);
        foreach (var sheet in written)
        {
            book.AddRange(Sheet(place));
            place += sheet.Length;
        }

        book.AddRange(end);
        written.ForEach(book.AddRange);
        return Packed([.. book], isSmall);
    }

    /// <summary>A record.</summary>
    public static byte[] Record(ushort id, byte[] body) => [.. Two(id), .. Two((ushort)body.Length), .. body];

    /// <summary>The record of a visible sheet that begins at a place of the workbook.</summary>
    public static byte[] Sheet(int place) => Record(0x85, [.. Four((uint)place), 0, 0, 1, 0, (byte)'S']);

    /// <summary>The texts that cells share.</summary>
    public static byte[] Texts(params string[] texts)
        => Record(0xFC, [.. Four((uint)texts.Length), .. Four((uint)texts.Length), .. texts.SelectMany(text => (byte[])[.. Two((ushort)text.Length), 0, .. Encoding.Latin1.GetBytes(text)])]);

    /// <summary>A cell with a shared text.</summary>
    public static byte[] TextCell(int row, int column, int text) => Record(0xFD, [.. Two((ushort)row), .. Two((ushort)column), 0, 0, .. Four((uint)text)]);

    /// <summary>A record that says that its one number stands in several columns.</summary>
    public static byte[] Numbers(int row, int first, int last, int number)
        => Record(0xBD, [.. Two((ushort)row), .. Two((ushort)first), 0, 0, .. Four(((uint)number << 2) | 2), .. Two((ushort)last)]);

    private static byte[] Beginning(ushort kind) => Record(0x0809, [.. Two((ushort)0x0600), .. Two(kind), .. new byte[12]]);

    private static byte[] Packed(byte[] book, bool isSmall)
    {
        // What is shorter counts as small.
        Array.Resize(ref book, isSmall ? book.Length : Math.Max(book.Length, Cutoff));
        var sectors = Sectors(book.Length, SectorBytes);
        var smallTable = isSmall ? 1 : 0;
        var table = 1;
        while (table * SectorBytes / 4 < table + 1 + smallTable + sectors)
        {
            table++;
        }

        var first = table + 1 + smallTable;
        var next = new List<uint>([.. Enumerable.Repeat(0xFFFFFFFD, table), End, .. Enumerable.Repeat(End, smallTable), .. Chain(first, sectors)]);
        var file = new List<byte>([0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, .. new byte[16], 0x3E, 0, 3, 0, 0xFE, 0xFF, 9, 0, 6, 0, .. new byte[6],
            .. Four(0), .. Four((uint)table), .. Four((uint)table), .. Four(0), .. Four(Cutoff),
            .. Four(isSmall ? (uint)table + 1 : End), .. Four((uint)smallTable), .. Four(End), .. Four(0),
            .. Enumerable.Range(0, 109).SelectMany(i => Four(i < table ? (uint)i : Free))]);
        Write(next.SelectMany(Four));
        Write([.. Entry("Root Entry", 5, isSmall ? (uint)first : End, isSmall ? book.Length : 0), .. Entry("Workbook", 2, isSmall ? 0 : (uint)first, book.Length)]);
        if (isSmall)
        {
            Write(Chain(0, Sectors(book.Length, SmallSectorBytes)).SelectMany(Four));
        }

        Write(book);
        return [.. file];

        void Write(IEnumerable<byte> part)
        {
            file.AddRange(part);
            file.AddRange(new byte[(SectorBytes - (file.Count % SectorBytes)) % SectorBytes]);
        }
    }

    private static IEnumerable<uint> Chain(int first, int count) => Enumerable.Range(1, count).Select(i => i == count ? End : (uint)(first + i));

    private static byte[] Entry(string name, byte kind, uint start, int length)
    {
        var entry = new byte[128];
        Encoding.Unicode.GetBytes(name).CopyTo(entry, 0);
        Two((ushort)((name.Length + 1) * 2)).CopyTo(entry, 64);
        entry[66] = kind;
        Four(start).CopyTo(entry, 116);
        Four((uint)length).CopyTo(entry, 120);
        return entry;
    }

    private static int Sectors(int bytes, int bytesEach) => (bytes + bytesEach - 1) / bytesEach;

    private static byte[] Two(ushort number)
    {
        var bytes = new byte[2];
        BinaryPrimitives.WriteUInt16LittleEndian(bytes, number);
        return bytes;
    }

    private static byte[] Four(uint number)
    {
        var bytes = new byte[4];
        BinaryPrimitives.WriteUInt32LittleEndian(bytes, number);
        return bytes;
    }
}
