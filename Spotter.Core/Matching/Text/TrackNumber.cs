namespace Spotter.Core.Matching.Text;

/// <summary>The track number that names of files, and titles made of them, carry in front: "03 - Paper Lanterns", "007-Paper Lanterns", "A1. Paper Lanterns".</summary>
internal static class TrackNumber
{
    /// <summary>What stands behind the number, or null where the title begins with none: "99 Problems", "7-11" and "24 Hours" do not.</summary>
    /// <param name="title">The title.</param>
    /// <param name="isPadded">Whether the number is written as none but track numbers are: "03", "007".</param>
    public static string? Behind(string title, out bool isPadded)
    {
        isPadded = false;
        var text = title.AsSpan().TrimStart();
        var side = text is [>= 'A' and <= 'D', >= '0' and <= '9', ..] ? 1 : 0;
        var digits = text[side..].IndexOfAnyExceptInRange('0', '9');
        if (digits is < 1 or > 3)
        {
            return null;
        }

        isPadded = side == 0 && digits > 1 && (digits == 3 || text[0] == '0');
        var rest = text[(side + digits)..];
        var afterBlanks = rest.TrimStart();
        var hasBlank = afterBlanks.Length < rest.Length;
        var sign = afterBlanks[0];
        if (sign is '-' or '–' or '—' or '_' or '.' or ')' or ':')
        {
            var behind = afterBlanks[1..];
            var isApart = behind is [var next, ..] && char.IsWhiteSpace(next);
            return (isApart || (isPadded && !hasBlank)) && IsName(behind) ? behind.Trim().ToString() : null;
        }

        return side == 0 && digits == 2 && isPadded && hasBlank && IsName(afterBlanks) ? afterBlanks.Trim().ToString() : null;
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
