namespace Spotter.Core.Matching.Text;

/// <summary>The track number before the names of files and the titles made from them: "03 - Paper Lanterns", "007-Paper Lanterns", "A1.
/// Paper Lanterns".</summary>
internal static class TrackNumber
{
    /// <summary>The text after the number, or null if the title does not begin with a track number: "99 Problems", "7-11" and "24 Hours" do
    /// not.</summary>
    /// <param name="title">The title.</param>
    /// <param name="isPadded">Whether the number is written as only track numbers are: "03", "007".</param>
    public static string? Behind(string title, out bool isPadded) => TryCut(title, out var rest, out isPadded) ? rest.ToString() : null;

    /// <summary>As <see cref="Behind"/>. False if the title does not begin with a track number.</summary>
    public static bool TryCut(ReadOnlySpan<char> title, out ReadOnlySpan<char> rest, out bool isPadded)
    {
        isPadded = false;
        rest = default;
        var text = title.TrimStart();
        var side = text is [>= 'A' and <= 'D', >= '0' and <= '9', ..] ? 1 : 0;
        var digits = side;
        while (digits < text.Length && char.IsAsciiDigit(text[digits]))
        {
            digits++;
        }

        var behindNumber = text[digits..];
        digits -= side;
        var afterBlanks = behindNumber.TrimStart();
        if (digits is < 1 or > 3 || afterBlanks.IsEmpty)
        {
            return false;
        }

        isPadded = side == 0 && digits > 1 && (digits == 3 || text[0] == '0');
        var hasBlank = afterBlanks.Length < behindNumber.Length;
        if (afterBlanks[0] is '-' or '–' or '—' or '_' or '.' or ')' or ':')
        {
            rest = afterBlanks[1..];
            var isApart = rest is [var next, ..] && char.IsWhiteSpace(next);
            rest = rest.Trim();

            // "17-Paper Lanterns" is how programs name files. "7-11" and "4-3-2-1 Go" are titles.
            var isGlued = !hasBlank && (isPadded || (digits == 2 && side == 0 && afterBlanks[0] is '-' or '_'));
            return (isApart || isGlued) && IsName(rest);
        }

        rest = afterBlanks.TrimEnd();
        return digits == 2 && isPadded && hasBlank && IsName(rest);
    }

    private static bool IsName(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
