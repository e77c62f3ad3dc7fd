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
/// The sheets of an Excel workbook (.xlsx), each as the comma-separated text that it could have been saved as: one line a row, so that lines are rows.
/// A workbook is an archive: what it unpacks to is counted before anything is read of it.
/// </summary>
internal static class Workbook
{
    private const int MostColumns = 1_000;
    private const int MostRows = 100_000;
    private const long MostUnpacked = 100L * 1024 * 1024;

    // The library asks for the code page of Windows even where the file is XML, and .NET has none until it is told.
    private static readonly Lazy<bool> HasCodePages = new(() =>
    {
        Encoding.RegisterProvider(CodePagesEncodingProvider.Instance);
        return true;
    });

    /// <summary>Whether the archive is a workbook.</summary>
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

    /// <summary>Whether a file is called as workbooks are.</summary>
    public static bool HasName(string fileName) => Path.GetExtension(fileName).Equals(".xlsx", StringComparison.OrdinalIgnoreCase);

    /// <summary>The name of each sheet that is shown and not empty, with its text.</summary>
    /// <exception cref="PlaylistFileException">It cannot be read, or is more than one import takes.</exception>
    public static IReadOnlyList<(string Name, string Text)> Sheets(Stream zip, CancellationToken cancellationToken)
    {
        RefuseGrowth(zip, cancellationToken);
        try
        {
            _ = HasCodePages.Value;
            using var reader = ExcelReaderFactory.CreateOpenXmlReader(zip, new ExcelReaderConfiguration { LeaveOpen = true });
            var sheets = new List<(string, string)>();
            do
            {
                if (reader.VisibleState == "visible" && TextOf(reader, cancellationToken) is { Length: > 0 } text)
                {
                    sheets.Add((FieldText.Clean(reader.Name), text));
                }
            }
            while (reader.NextResult());

            return sheets;
        }
        // What a library says of a file that somebody made up.
        catch (Exception e) when (e is ExcelReaderException or InvalidDataException or XmlException or FormatException or ArgumentException or OverflowException
            or InvalidOperationException or InvalidCastException or NullReferenceException or IndexOutOfRangeException or KeyNotFoundException or EndOfStreamException or NotSupportedException)
        {
            throw new PlaylistFileException(new Fact.WorkbookDamaged(), innerException: e);
        }
    }

    private static string TextOf(IExcelDataReader reader, CancellationToken cancellationToken)
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
            for (var i = 0; i < reader.FieldCount; i++)
            {
                Write(Cell(reader.GetValue(i)), isFirst: i == 0, text);
            }

            if (text.Length > PlaylistFileLimits.MaxBytes)
            {
                throw new PlaylistFileException(new Fact.WorkbookTooLarge(PlaylistFileLimits.MaxMegabytes)) { Problem = PlaylistFileProblem.TooLarge };
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
        // A time of day stands for a length: days are whole numbers, and time is what is behind the point.
        DateTime { Year: < 1901 } time => Clock(time - new DateTime(1899, 12, 31)),
        DateTime date => date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
        TimeSpan time => Clock(time),
        IFormattable number => number.ToString(null, CultureInfo.InvariantCulture),
        _ => FieldText.Clean(value.ToString()),
    };

    private static string Clock(TimeSpan time)
        => string.Create(CultureInfo.InvariantCulture, $"{(int)Math.Abs(time.TotalHours)}:{Math.Abs(time.Minutes):00}:{Math.Abs(time.Seconds):00}");

    /// <summary>Unpacks everything once, to nowhere, and counts: a sheet may claim to be small. What the check sum contradicts is not read.</summary>
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
