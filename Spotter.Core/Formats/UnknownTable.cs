using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats;

/// <summary>A table whose columns Spotter does not recognise or may have mistaken, with its first lines as a preview for the user.</summary>
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

    /// <summary>The file name, or empty.</summary>
    public string FileName { get; }

    /// <summary>The number of columns.</summary>
    public int ColumnCount { get; }

    /// <summary>Its first lines, padded to the same width. Only the user knows whether the first one is a header.</summary>
    public IReadOnlyList<IReadOnlyList<string>> Rows { get; }

    /// <summary>The size of what it keeps in memory, in characters and bytes.</summary>
    public int Length => _text.Text.Length + _undecoded.Length;

    /// <summary>Whether its first line is a header: at least one of its cells is a known column name.</summary>
    public bool NamesColumns => Rows[0].Any(cell => TableGuess.Named(cell) is not null);

    /// <summary>The most likely mapping, to show to the user.</summary>
    public TableMapping Suggest() => TableGuess.Of(this);

    /// <summary>What tables of the same kind have in common: their column names or, without a header, their number of columns.</summary>
    public string FingerprintOf(bool hasHeader)
        => hasHeader
            ? "names:" + Convert.ToHexString(SHA256.HashData(Encoding.UTF8.GetBytes(string.Join('\u001f', Rows[0]).ToUpperInvariant())))
            : string.Create(CultureInfo.InvariantCulture, $"columns:{ColumnCount}");

    /// <summary>The format that recognised it, or null.</summary>
    internal ITableFormat? Format { get; private init; }

    internal PlaylistFileContent ToContent() => new(_undecoded, _text, FileName);

    /// <summary>The text as a table that the user can describe, or null if it is not a table.</summary>
    /// <param name="content">The file.</param>
    /// <param name="format">The format that recognised it, which makes it a table whatever its lines look like. Null if none did.</param>
    internal static UnknownTable? Find(PlaylistFileContent content, ITableFormat? format = null)
    {
        if (content.Table is not { } table)
        {
            return null;
        }

        var rows = table.Sample(RowsToJudge).Select(line => line.Cells.Select(FieldText.Clean).ToArray()).ToList();
        var width = rows.GroupBy(row => row.Length).OrderByDescending(same => same.Count()).First().Key;
        // Prose has commas too, but not the same number in four of five lines. A single column counts only if its first cell is a known name
        // for the title.
        return format is not null || ((width > 1 || TableGuess.Named(rows[0][0]) == TableColumn.Title) && rows.Count(row => row.Length == width) * 5 >= rows.Count * 4)
            ? new UnknownTable(content, rows) { Format = format }
            : null;
    }

    /// <summary>Whether a text is certainly a table and not a list in which every title happens to contain a comma.</summary>
    internal static bool IsSeparated(PlaylistFileContent content)
    {
        try
        {
            return content.Table is { } table && Find(content) is { Rows.Count: > 2, ColumnCount: > 1 }
                && !(table.Separator == ',' && table.Sample(RowsToJudge).All(line => line.Cells.Skip(1).All(cell => cell is [' ', ..])));
        }
        catch (PlaylistFileException)
        {
            // A quote is never closed: in a list it may mean inches.
            return false;
        }
    }
}
