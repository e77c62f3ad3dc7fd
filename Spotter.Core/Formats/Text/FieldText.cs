using System.Text;
using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Text;

/// <summary>One value of a file as text that is fit to be kept and shown.</summary>
internal static class FieldText
{
    /// <summary>The text on one line, without control characters, trimmed; empty for nothing.</summary>
    public static string Clean(string? text)
    {
        if (string.IsNullOrEmpty(text))
        {
            return "";
        }

        if (!text.Any(IsUnwanted))
        {
            return text.Trim();
        }

        var clean = new StringBuilder(text.Length);
        foreach (var c in text)
        {
            if (!IsUnwanted(c))
            {
                clean.Append(c);
            }
            else if ((char.IsWhiteSpace(c) || c == '\u0085') && clean.Length > 0 && clean[^1] != ' ')
            {
                // A line break in a cell separates words; any other control character separates nothing.
                clean.Append(' ');
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>As <see cref="Clean"/>, with null for nothing.</summary>
    public static string? CleanOrNull(string? text) => Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>Whether a value is too long to be one.</summary>
    public static bool IsTooLong(int length) => length > PlaylistFileLimits.MaxCellLength;

    /// <summary>Refuses a line that is too long to be one.</summary>
    /// <exception cref="PlaylistFileException">It is longer than <see cref="PlaylistFileLimits.MaxCellLength"/>.</exception>
    public static void RefuseLongLine(int length, int line)
    {
        if (IsTooLong(length))
        {
            throw new PlaylistFileException(new Fact.LineTooLong(length, PlaylistFileLimits.MaxCellLength), line);
        }
    }

    /// <summary>Refuses a named value that is too long to be one.</summary>
    /// <exception cref="PlaylistFileException">It is longer than <see cref="PlaylistFileLimits.MaxCellLength"/>.</exception>
    public static void RefuseLongField(int length, int line, string name)
    {
        if (IsTooLong(length))
        {
            throw new PlaylistFileException(new Fact.FieldTooLong(name, length, PlaylistFileLimits.MaxCellLength), line);
        }
    }

    // Byte order marks in the middle come from files pasted together; U+2028 and U+2029 break lines in a browser's script.
    private static bool IsUnwanted(char c) => char.IsControl(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF' or '\u2028' or '\u2029';
}
