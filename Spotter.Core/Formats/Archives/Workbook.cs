using System.Globalization;
using System.IO.Compression;
using System.IO.Hashing;
using System.Text;
using System.Xml;
using ExcelDataReader;
using ExcelDataReader.Exceptions;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Archives;

/// <summary>
/// The sheets of an Excel workbook (.xlsx, or .xls of Excel 97 to 2003), each as the comma-separated text that Excel could have saved it as.
/// Each row is one line, so line numbers are row numbers. An .xlsx file is an archive: its unpacked size is counted before anything in it is
/// read.
/// </summary>
internal static class Workbook
{
    private const int MostColumns = 1_000;
    private const int MostRows = 100_000;

    private const int BytesOfSignature = 8;

    // An .xls file is not compressed, and a row of 256 columns has at least one cell of 14 bytes.
    private const long CellsOfOld = 50_000;
    private const long CellsPerByte = 20;
    private const long MostUnpacked = 100L * 1024 * 1024;

    // The library needs the Windows code page even for XML files, and .NET has none until the provider is registered.
    private static readonly Lazy<bool> HasCodePages = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return true;
    });

    /// <summary>Whether the archive is a workbook (.xlsx).</summary>
    public static bool IsOne(Stream zip)
    {
        zip.Position = 0;
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            return archive.GetEntry("xl/workbook.xml") is not null;
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            return false;
        }
        finally
        {
            zip.Position = 0;
        }
    }

    /// <summary>Whether the extension is that of a workbook (.xlsx).</summary>
    public static bool HasName(string fileName) => Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>Whether the bytes begin like a workbook of Excel 97 to 2003 (.xls). Old Word documents begin with the same bytes.</summary>
    public static bool IsOld(ReadOnlySpan<byte> bytes) => bytes is [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1, ..];

    /// <summary>The name and text of each visible sheet that is not empty.</summary>
    /// <exception cref="PlaylistFileException">It cannot be read, or exceeds the limits.</exception>
    public static IReadOnlyList<(string Name, string Text)> Sheets(Stream workbook, CancellationToken cancellationToken)
    {
        var start = new byte[BytesOfSignature];
        start = start[..workbook.ReadAtLeast(start, start.Length, throwOnEndOfStream: false)];
        var isOld = IsOld(start);
        workbook.Position = 0;
        if (!isOld)
        {
            RefuseGrowth(workbook, cancellationToken);
        }

        try
        {
            _ = HasCodePages.Value;
            var options = new ExcelReaderConfiguration { LeaveOpen = true };
            using var records = isOld ? OldWorkbook.Open(workbook) : null;
            using var reader = records is not null ? ExcelReaderFactory.CreateBinaryReader(records, options) : ExcelReaderFactory.CreateOpenXmlReader(workbook, options);
            var sheets = new List<(string, string)>();
            do
            {
                if (reader.VisibleState == "visible" && TextOf(reader, isOld ? CellsOfOld + (CellsPerByte * workbook.Length) : long.MaxValue, cancellationToken) is { Length: > 0 } text)
                {
                    sheets.Add((FieldText.Clean(reader.Name), text));
                }
            }
            while (reader.NextResult());

            return sheets;
        }
        // The exceptions that the library throws for malformed files.
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or XmlException or FormatException or ArgumentException or OverflowException or ArithmeticException
            or InvalidOperationException or InvalidCastException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or EndOfStreamException or NotSupportedException)
        {
            throw new PlaylistFileException(isOld ? new Fact.OldOfficeFile() : new Fact.WorkbookDamaged(), innerException: e);
        }
    }

    private static string TextOf(IExcelDataReader reader, long mostCells, CancellationToken cancellationToken)
    {
        if (reader.FieldCount > MostColumns)
        {
            throw new PlaylistFileException(new Fact.SheetTooWide(FieldText.Clean(reader.Name), reader.FieldCount, MostColumns));
        }

        var text = new StringBuilder();
        var rows = 0;
        while (reader.Read() && rows++ < MostRows)
        {
            cancellationToken.ThrowIfCancellationRequested();
            if ((long)rows * reader.FieldCount > mostCells)
            {
                throw new InvalidDataException("A sheet claims more cells than a file of this size can hold.");
            }

            for (var i = 0; i < reader.FieldCount; i++)
            {
                Write(Cell(reader.GetValue(i)), isFirst: i == 0, text);
                if (text.Length > PlaylistFileLimits.MaxBytes)
                {
                    throw new PlaylistFileException(new Fact.WorkbookTooLarge(PlaylistFileLimits.MaxMegabytes)) { Problem = PlaylistFileProblem.TooLarge };
                }
            }

            text.Append('\n');
        }

        return text.ToString().AsSpan().Trim(",\n").IsEmpty ? "" : text.ToString();
    }

    private static void Write(string cell, bool isFirst, StringBuilder text)
    {
        if (!isFirst)
        {
            text.Append(',');
        }

        if (cell.AsSpan().IndexOfAny(',', '"') < 0)
        {
            text.Append(cell);
        }
        else
        {
            text.Append('"').Append(cell.Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
        }
    }

    private static string Cell(object? value) => value switch
    {
        null => "",
        string text => FieldText.Clean(text),
        // Excel stores days as whole numbers and times as fractions. A time without a day is a length.
        DateTime { Year: < 1901 } time => Clock(time - new DateTime(1899, 12, 31)),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => Clock(time),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => FieldText.Clean(value.ToString()),
    };

    private static string Clock(TimeSpan time)
        => string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Abs(time.TotalHours)}:{Math.Abs(time.Minutes):00}:{Math.Abs(time.Seconds):00}");

    /// <summary>Unpacks everything once, without keeping it, and counts the bytes: an entry may declare a size that is too small. An entry
    /// with a wrong checksum is refused.</summary>
    private static void RefuseGrowth(Stream zip, CancellationToken cancellationToken)
    {
        try
        {
            using var archive = new ZipArchive(zip, ZipArchiveMode.Read, leaveOpen: true);
            if (archive.Entries.Count > PlaylistFileLimits.MaxArchiveFiles)
            {
                throw new PlaylistFileException(new Fact.WorkbookTooManyParts(PlaylistFileLimits.MaxArchiveFiles)) { Problem = PlaylistFileProblem.TooLarge };
            }

            long unpacked = 0;
            var buffer = new byte[81_920];
            foreach (var entry in archive.Entries.Where(entry => !entry.FullName.EndsWith('/')))
            {
                var sum = new Crc32();
                using var part = entry.Open();
                int count;
                while ((count = part.Read(buffer)) > 0)
                {
                    cancellationToken.ThrowIfCancellationRequested();
                    sum.Append(buffer.AsSpan(0, count));
                    unpacked += count;
                    if (unpacked > Math.Min(MostUnpacked, PlaylistFileLimits.MaxBytes + (zip.Length * PlaylistFileLimits.MaxUnpackedRatio)))
                    {
                        throw new PlaylistFileException(new Fact.WorkbookGrowsTooMuch()) { Problem = PlaylistFileProblem.TooLarge };
                    }
                }

                if (sum.GetCurrentHashAsUInt32() != entry.Crc32)
                {
                    throw new InvalidDataException();
                }
            }
        }
        catch (Exception e) when (e is InvalidDataException or EndOfStreamException or NotSupportedException or ArgumentException)
        {
            throw new PlaylistFileException(new Fact.WorkbookDamaged(), innerException: e);
        }

        zip.Position = 0;
    }
}
