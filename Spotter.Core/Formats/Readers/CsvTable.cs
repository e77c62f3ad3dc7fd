using System.Globalization;
using CsvHelper;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>A separated text, most often with a header. The lines are read one by one, not kept.</summary>
internal sealed class CsvTable
{
    private const string SeparatorHint = "sep=";
    private const int MostColumns = 1_000;

    private readonly string _text;
    private readonly CsvReaderOptions _options;
    private readonly string[] _keys;

    private CsvTable(string text, CsvReaderOptions options, CsvLine? header, int width)
    {
        _text = text;
        _options = options;
        Header = [.. header?.Cells ?? [], .. Enumerable.Repeat("", width - (header?.Cells.Length ?? 0))];
        HeaderLine = header?.Number;
        _keys = [.. Header.Select(HeaderName.Normalize)];
    }

    /// <summary>The column names as written.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The 1-based line of the header, or null where the first line is a track.</summary>
    public int? HeaderLine { get; }

    /// <summary>What separates its cells, or null where the file says it itself.</summary>
    public char? Separator => _options.Separator;

    /// <summary>The table, or null where the text has no line to be the header.</summary>
    public static CsvTable? Open(string text)
    {
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, Separator = SniffSeparator(text) };
        if (options.Separator == '\t' && !ReadsAsQuoted(text, options))
        {
            // Players export tabs without quoting: there "Heroes" is a title with its quotes.
            options = options with { Mode = CsvMode.NoEscape };
        }

        foreach (var line in Records(text, options))
        {
            return new CsvTable(text, options, line with { Cells = [.. line.Cells.Select(FieldText.Clean)] }, line.Cells.Length);
        }

        return null;
    }

    /// <summary>The same table, whose first line is short of cells that others have.</summary>
    public CsvTable OfWidth(int width)
        => new(_text, _options, new CsvLine(HeaderLine!.Value, [.. Header]), Math.Max(width, Header.Count));

    /// <summary>The same table, whose first line is a track.</summary>
    public CsvTable WithoutHeader(int width) => new(_text, _options, null, width);

    /// <summary>The first lines, the first one of all included.</summary>
    public IReadOnlyList<CsvLine> Sample(int count) => [.. Records(_text, _options).Take(count)];

    /// <summary>The first column with one of the names, tried in their order; names are compared without case, blanks and marks.</summary>
    public int? Find(params ReadOnlySpan<string> names)
    {
        foreach (var name in names)
        {
            var index = Array.IndexOf(_keys, HeaderName.Normalize(name));
            if (index >= 0)
            {
                return index;
            }
        }

        return null;
    }

    /// <summary>The first line below the header, whatever it holds, or null.</summary>
    public CsvLine? FirstLine()
    {
        foreach (var line in Records(_text, _options).Skip(1))
        {
            return line;
        }

        return null;
    }

    /// <summary>The lines below the header, or all where there is none, without the blank ones.</summary>
    /// <param name="requiredColumns">How many cells a line must have: a line that breaks off earlier is refused, one that is short of less is filled up.</param>
    /// <exception cref="PlaylistFileException">A line does not fit the header, or a quote is never closed.</exception>
    public IEnumerable<CsvLine> Lines(int requiredColumns)
    {
        var count = 0;
        foreach (var line in Records(_text, _options).Skip(HeaderLine is null ? 0 : 1))
        {
            var used = Array.FindLastIndex(line.Cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1;
            if (used == 0)
            {
                continue;
            }

            if (used > Header.Count || line.Cells.Length < requiredColumns)
            {
                throw new PlaylistFileException(string.Create(CultureInfo.InvariantCulture,
                    $"expected {Header.Count} columns as in the {(HeaderLine is null ? "first lines" : "header")}, found {line.Cells.Length}."), line.Number);
            }

            // Here already, since a format may look at all lines before it takes the first.
            if (++count > PlaylistFileLimits.MaxTracks)
            {
                throw PlaylistDrafts.TooMany(line.Number);
            }

            yield return line;
        }
    }

    private static IEnumerable<CsvLine> Records(string text, CsvReaderOptions options)
    {
        var unclosed = false;
        using var reader = CsvReader.FromText(text, options with
        {
            OnMalformedRecord = record => unclosed |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        while (reader.Read())
        {
            var line = (int)reader.LineNumber;
            if (unclosed)
            {
                throw new PlaylistFileException("a quoted cell begins in this line and is never closed.", line);
            }

            if (reader.FieldCount > MostColumns)
            {
                throw new PlaylistFileException(string.Create(CultureInfo.InvariantCulture,
                    $"found {reader.FieldCount:N0} columns; expected 1,000 at most."), line);
            }

            var cells = reader.Current.ToArray();
            for (var i = 0; i < cells.Length; i++)
            {
                FieldText.RefuseOverlong(cells[i].Length, line, $"cell {(i + 1).ToString(CultureInfo.InvariantCulture)}");
            }

            // Blanks alone are no header, and below it no entry.
            if (cells.Length > 1 || !string.IsNullOrWhiteSpace(cells[0]))
            {
                yield return new CsvLine(line, cells);
            }
        }
    }

    private static bool ReadsAsQuoted(string text, CsvReaderOptions options)
    {
        var wellFormed = true;
        using var reader = CsvReader.FromText(text, options with { OnMalformedRecord = _ => wellFormed = false });
        while (wellFormed && reader.Read())
        {
        }

        return wellFormed;
    }

    /// <summary>The separator that stands most often in the header, outside quotes; null leaves it to the hint that Excel writes above it.</summary>
    private static char? SniffSeparator(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith(SeparatorHint, StringComparison.OrdinalIgnoreCase))
        {
            return null;
        }

        ReadOnlySpan<char> separators = [',', ';', '\t', '|'];
        Span<int> counts = stackalloc int[separators.Length];
        var quoted = false;
        foreach (var c in start)
        {
            if (c is '\n' or '\r' && !quoted)
            {
                break;
            }

            quoted ^= c == '"';
            var index = quoted ? -1 : separators.IndexOf(c);
            if (index >= 0)
            {
                counts[index]++;
            }
        }

        var best = 0;
        for (var i = 1; i < counts.Length; i++)
        {
            best = counts[i] > counts[best] ? i : best;
        }

        return separators[best];
    }
}
