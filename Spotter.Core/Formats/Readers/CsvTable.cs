using CsvHelper;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>A table in delimited text, usually with a header. Lines are read one by one and not kept.</summary>
internal sealed class CsvTable
{
    private const string SeparatorHint = "sep=";
    private const int MostColumns = 1_000;

    private readonly Source _source;
    private readonly string[] _keys;

    private CsvTable(Source source, CsvLine? header, int width)
    {
        _source = source;
        Header = [.. header?.Cells ?? [], .. Enumerable.Repeat("", width - (header?.Cells.Length ?? 0))];
        HeaderLine = header?.Number;
        _keys = [.. Header.Select(HeaderName.Normalize)];
    }

    /// <summary>The column names as written.</summary>
    public IReadOnlyList<string> Header { get; }

    /// <summary>The 1-based line of the header. Null if the first line is a track.</summary>
    public int? HeaderLine { get; }

    /// <summary>The separator. Null if the file declares it.</summary>
    public char? Separator => _source.Options.Separator;

    /// <summary>The table, or null if the text contains no line.</summary>
    public static CsvTable? Open(string text)
    {
        var (start, linesAbove) = HeaderPlace.Find(text);
        var source = Opened(start == 0 ? text : text[start..], linesAbove);
        foreach (var line in Records(source))
        {
            return new CsvTable(source, line with { Cells = [.. line.Cells.Select(FieldText.Clean)] }, line.Cells.Length);
        }

        return null;
    }

    /// <summary>The same table, but wider: its first line has fewer cells than others.</summary>
    public CsvTable OfWidth(int width)
        => new(_source, new CsvLine(HeaderLine!.Value, [.. Header]), Math.Max(width, Header.Count));

    /// <summary>The same table, but without a header: its first line is a track.</summary>
    public CsvTable WithoutHeader(int width) => new(_source, null, width);

    /// <summary>The first lines, including the header.</summary>
    public IReadOnlyList<CsvLine> Sample(int count) => [.. Records(_source).Take(count)];

    /// <summary>The first column with one of the names, which are tried in order and compared without case, spaces and diacritics.</summary>
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

    /// <summary>The first line after the header, or null.</summary>
    public CsvLine? FirstLine()
    {
        foreach (var line in Records(_source).Skip(1))
        {
            return line;
        }

        return null;
    }

    /// <summary>The lines after the header, or all lines if there is none. Empty lines are skipped.</summary>
    /// <param name="requiredColumns">The number of cells that a line must have. A shorter line is refused. A line that is only shorter than
    /// the header reads as if it ended with empty cells.</param>
    /// <exception cref="PlaylistFileException">A line does not fit the header, or a quote is never closed.</exception>
    public IEnumerable<CsvLine> Lines(int requiredColumns)
    {
        var count = 0;
        foreach (var read in Records(_source).Skip(HeaderLine is null ? 0 : 1))
        {
            var line = read.Cells.Length > Header.Count ? Joined(read) : read;
            var used = Array.FindLastIndex(line.Cells, cell => !string.IsNullOrWhiteSpace(cell)) + 1;
            if (used == 0)
            {
                continue;
            }

            if (used > Header.Count || line.Cells.Length < requiredColumns)
            {
                throw new PlaylistFileException(
                    HeaderLine is null ? new Fact.LineUnlikeFirst(Header.Count, line.Cells.Length) : new Fact.LineUnlikeHeader(Header.Count, line.Cells.Length), line.Number);
            }

            // Counted here, since a format may read all lines before it adds the first.
            if (++count > PlaylistFileLimits.MaxTracks)
            {
                throw PlaylistDrafts.TooMany(line.Number);
            }

            // Exports that were joined repeat their header.
            if (HeaderLine is null || !IsHeader(line))
            {
                yield return line;
            }
        }
    }

    /// <summary>
    /// Joins the cells of a line that has too many because of commas in prose. A space follows such a comma ("How Near, How Far"), but not
    /// one that separates cells.
    /// </summary>
    private CsvLine Joined(CsvLine line)
    {
        const int mostCommas = 20;
        var surplus = line.Cells.Length - Header.Count;
        if (Separator != ',' || surplus > mostCommas || line.Cells.Skip(1).Count(cell => cell is [' ', ..]) != surplus)
        {
            return line;
        }

        var cells = new List<string>();
        foreach (var cell in line.Cells)
        {
            if (cells.Count > 0 && cell is [' ', ..])
            {
                cells[^1] += "," + cell;
            }
            else
            {
                cells.Add(cell);
            }
        }

        return cells.TrueForAll(cell => cell.Length <= PlaylistFileLimits.MaxCellLength) ? line with { Cells = [.. cells] } : line;
    }

    private bool IsHeader(CsvLine line)
        => _keys.Length > 1 && line.Cells.Length == _keys.Length && FieldText.Clean(line.Cells[0]) == Header[0] && line.Cells.Select(FieldText.Clean).SequenceEqual(Header);

    /// <summary>The text with the options to read it: the separator, and how to treat quotes.</summary>
    private static Source Opened(string text, int linesAbove)
    {
        var options = new CsvReaderOptions { HasHeader = false, TrackLineNumbers = true, Separator = SniffSeparator(text) };
        var trouble = FindTrouble(text, options);
        if (options.Separator == '\t' && trouble is not null)
        {
            // Players export tabs without quoting: there "Heroes" is a title with its quotes.
            return new(text, options with { Mode = CsvMode.NoEscape }, linesAbove);
        }

        if (options.Separator is { } separator && BeginsWithBlankAndQuote(text, separator))
        {
            options = options with { TrimWhitespace = true };
            trouble = FindTrouble(text, options);
        }

        if (trouble is CsvMalformedReason.TextAfterClosingQuote or CsvMalformedReason.UnterminatedQuote && options.Separator is { } between)
        {
            var mended = LooseQuotes.Mend(text, between);
            // A quote that is still not closed stays as it is, and is reported with its line.
            text = FindTrouble(mended, options) is null or CsvMalformedReason.StrayQuote ? mended : text;
        }

        return new(text, options, linesAbove);
    }

    /// <summary>Whether the first lines contain a quote after a separator and a space, as people type tables.</summary>
    private static bool BeginsWithBlankAndQuote(string text, char separator)
    {
        const int charactersToLookAt = 4_000;
        return text.AsSpan(0, Math.Min(text.Length, charactersToLookAt)).Contains([separator, ' ', '"'], StringComparison.Ordinal);
    }

    private static IEnumerable<CsvLine> Records(Source source)
    {
        var unclosed = false;
        using var reader = CsvReader.FromText(source.Text, source.Options with
        {
            OnMalformedRecord = record => unclosed |= record.Reason == CsvMalformedReason.UnterminatedQuote,
        });
        while (reader.Read())
        {
            var line = source.LinesAbove + (int)reader.LineNumber;
            if (unclosed)
            {
                throw new PlaylistFileException(new Fact.QuoteUnclosed(), line);
            }

            if (reader.FieldCount > MostColumns)
            {
                throw new PlaylistFileException(new Fact.TooManyColumns(reader.FieldCount, MostColumns), line);
            }

            var cells = reader.Current.ToArray();
            for (var i = 0; i < cells.Length; i++)
            {
                if (FieldText.IsTooLong(cells[i].Length))
                {
                    throw new PlaylistFileException(new Fact.CellTooLong(i + 1, cells[i].Length, PlaylistFileLimits.MaxCellLength), line);
                }
            }

            // A line of spaces is neither a header nor an entry.
            if (cells.Length > 1 || !string.IsNullOrWhiteSpace(cells[0]))
            {
                yield return new CsvLine(line, cells);
            }
        }
    }

    /// <summary>The worst problem with the quotes of the text, or null.</summary>
    private static CsvMalformedReason? FindTrouble(string text, CsvReaderOptions options)
    {
        CsvMalformedReason? worst = null;
        using var reader = CsvReader.FromText(text, options with { OnMalformedRecord = record => worst = Worse(worst, record.Reason) });
        while (worst is null or CsvMalformedReason.StrayQuote && reader.Read())
        {
        }

        return worst;
    }

    private static CsvMalformedReason Worse(CsvMalformedReason? known, CsvMalformedReason found)
        => known is { } reason && found == CsvMalformedReason.StrayQuote ? reason : found;

    /// <summary>The most frequent separator in the header, outside quotes, or else a comma. Null if the file has the hint that Excel writes
    /// above the header.</summary>
    private static char? SniffSeparator(string text)
    {
        var start = text.AsSpan().TrimStart();
        return start.StartsWith(SeparatorHint, StringComparison.OrdinalIgnoreCase) ? null : HeaderPlace.SeparatorOf(start) ?? ',';
    }

    private sealed record Source(string Text, CsvReaderOptions Options, int LinesAbove);
}
