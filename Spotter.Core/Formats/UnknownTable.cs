using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats;

/// <summary>A table whose columns Spotter cannot tell apart, or may have told apart wrongly, with its first rows for the user to look at.</summary>
public sealed class UnknownTable
{
    private const int RowsToShow = 6;
    private const int RowsToJudge = 20;

    private readonly DecodedText _text;
    private readonly byte[] _undecoded;

    private UnknownTable(PlaylistFileContent content, IReadOnlyList<string[]> rows)
    {
        _text = content.Decoded;
        _undecoded = content.Undecoded?.Bytes ?? [];
        FileName = content.FileName;
        ColumnCount = rows.Max(row => row.Length);
        Rows = [.. rows.Take(RowsToShow).Select(row => (string[])[.. row, .. Enumerable.Repeat("", ColumnCount - row.Length)])];
    }

    /// <summary>The file's name, or empty.</summary>
    public string FileName { get; }

    /// <summary>How many columns it has.</summary>
    public int ColumnCount { get; }

    /// <summary>Its first lines, all of the same width; whether the first is a header only the user knows.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>How much it holds on to, in characters and bytes.</summary>
    public int Length => _text.Text.Length + _undecoded.Length;

    /// <summary>Whether its first line surely names columns: one of them is called as columns are.</summary>
    public bool NamesColumns => Rows[0].Any(cell => TableGuess.Named(cell) is not null);

    /// <summary>What the user is likely to say of it.</summary>
    public TableMapping Suggest() => TableGuess.Of(this);

    /// <summary>What tables of the same kind have in common: the names of their columns, or how many they are where the first line names none.</summary>
    public string FingerprintOf(bool hasHeader)
        => hasHeader
            ? "names:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Rows[0]).ToUpperInvariant())))
            : string.Create(CultureInfo.InvariantCulture, $"columns:{ColumnCount}");

    /// <summary>The format that Spotter takes it for; null where it takes it for none.</summary>
    internal ITableFormat? Format { get; private init; }

    internal PlaylistFileContent ToContent() => new(_undecoded, _text, FileName);

    /// <summary>The text as a table of columns that nobody has named, or null where it is no table.</summary>
    /// <param name="content">The file.</param>
    /// <param name="format">The format that recognised it, so that it is a table however its lines look; null where none did.</param>
    internal static UnknownTable? Find(PlaylistFileContent content, ITableFormat? format = null)
    {
        if (content.Table is not { } table)
        {
            return null;
        }

        var rows = table.Sample(RowsToJudge).Select(line => line.Cells.Select(FieldText.Clean).ToArray()).ToList();
        var width = rows.GroupBy(row => row.Length).OrderByDescending(same => same.Count()).First().Key;
        // A letter has commas too, but not the same number in four lines of five.
        // A single column is a table only where it is called as columns are.
        return format is not null || ((width > 1 || TableGuess.Named(rows[0][0]) == TableColumn.Title) && rows.Count(row => row.Length == width) * 5 >= rows.Count * 4)
            ? new UnknownTable(content, rows) { Format = format }
            : null;
    }

    /// <summary>Whether a text is certainly cut into columns, and no list in which every title happens to have a comma.</summary>
    internal static bool IsSeparated(PlaylistFileContent content)
    {
        try
        {
            return content.Table is { } table && Find(content) is { Rows.Count: > 2, ColumnCount: > 1 }
                && !(table.Separator == ',' && table.Sample(RowsToJudge).All(line => line.Cells.Skip(1).All(cell => cell is [' ', ..])));
        }
        catch (PlaylistFileException)
        {
            // A quote that is never closed, in a list where it means inches.
            return false;
        }
    }
}
