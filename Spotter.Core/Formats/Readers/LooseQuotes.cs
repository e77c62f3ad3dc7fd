using System.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// Doubles quotes inside quoted cells that a program forgot to double: <c>"No "Bread"","Ada"</c>. A quote closes its cell only before a
/// separator or the end of the line.
/// </summary>
internal static class LooseQuotes
{
    /// <summary>The repaired text, of about the same length.</summary>
    public static string Mend(string text, char separator)
    {
        var mended = new StringBuilder(text.Length + 16);
        var quotesAll = QuotesEveryCell(text, separator);
        var (isStart, isQuoted) = (true, false);
        // No quote before this index can close a cell, so that each line is searched only once.
        var openUntil = 0;
        for (var i = 0; i < text.Length; i++)
        {
            var c = text[i];
            if (!isQuoted && isStart && c == '"' && IsPlain(text, i, separator, quotesAll, ref openUntil))
            {
                // As in "Heroes": the quotes are part of the text, up to the end of the cell.
                var end = EndOfPlain(text, i, separator);
                mended.Append('"').Append(text[i..end].Replace("\"", "\"\"", StringComparison.Ordinal)).Append('"');
                i = end - 1;
                isStart = false;
            }
            else if (!isQuoted)
            {
                isQuoted = isStart && c == '"';
                isStart = c == separator || c is '\n' or '\r';
                mended.Append(c);
            }
            else if (c != '"')
            {
                mended.Append(c);
            }
            else
            {
                var end = i + 1;
                while (end < text.Length && text[end] == '"')
                {
                    end++;
                }

                // A run of quotes consists of literal quotes, doubled or not, and possibly the one that closes the cell.
                var closes = EndsCell(text, end, separator, quotesAll);
                var meant = closes ? (end - i) / 2 : (end - i + 1) / 2;
                mended.Append('"', meant * 2);
                if (closes)
                {
                    mended.Append('"');
                    (isStart, isQuoted) = (false, false);
                }

                i = end - 1;
            }
        }

        return mended.ToString();
    }

    /// <summary>Whether a cell that begins with a quote is not quoted: the line contains more quotes, but none of them can close it.</summary>
    private static bool IsPlain(string text, int start, char separator, bool quotesAll, ref int openUntil)
    {
        if (start < openUntil)
        {
            return true;
        }

        var length = text.AsSpan(start).IndexOfAny('\r', '\n') is >= 0 and var found ? found : text.Length - start;
        var hasQuote = false;
        for (var i = start + 1; i < start + length; i++)
        {
            if (text[i] != '"')
            {
                continue;
            }

            hasQuote = true;
            if (EndsCell(text, i + 1, separator, quotesAll))
            {
                return false;
            }
        }

        openUntil = hasQuote ? start + length : openUntil;
        return hasQuote;
    }

    private static int EndOfPlain(string text, int start, char separator)
        => text.AsSpan(start).IndexOfAny(separator, '\r', '\n') is >= 0 and var length ? start + length : text.Length;

    /// <summary>Whether a cell can end here. If every cell is quoted, the next one must begin with a quote: a comma after a quote may be
    /// prose.</summary>
    private static bool EndsCell(string text, int at, char separator, bool quotesAll)
    {
        if (at == text.Length || text[at] is '\r' or '\n')
        {
            return true;
        }

        return text[at] == separator && (!quotesAll || at + 1 == text.Length || text[at + 1] is '"' or '\r' or '\n' || text[at + 1] == separator);
    }

    private static bool QuotesEveryCell(string text, char separator)
    {
        var line = text.AsSpan().TrimStart();
        var end = line.IndexOfAny('\r', '\n');
        line = end < 0 ? line : line[..end];
        foreach (var cell in line.Split(separator))
        {
            if (!line[cell].StartsWith("\""))
            {
                return false;
            }
        }

        return true;
    }
}
