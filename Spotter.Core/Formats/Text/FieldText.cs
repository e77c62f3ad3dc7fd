using System.Text;
using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Text;

/// <summary>Cleans a value of a file for storage and display.</summary>
internal static class FieldText
{
    /// <summary>The text on one line, trimmed and without control characters. Empty for null.</summary>
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
                // A line break inside a cell separates words. Other control characters do not.
                clean.Append(' ');
            }
        }

        return clean.ToString().Trim();
    }

    /// <summary>Like <see cref="Clean"/>, but null instead of an empty text.</summary>
    public static string? CleanOrNull(string? text) => Clean(text) is { Length: > 0 } clean ? clean : null;

    /// <summary>Whether a value exceeds <see cref="PlaylistFileLimits.MaxCellLength"/>.</summary>
    public static bool IsTooLong(int length) => length > PlaylistFileLimits.MaxCellLength;

    /// <summary>Refuses a line that is too long.</summary>
    /// <exception cref="PlaylistFileException">It is longer than <see cref="PlaylistFileLimits.MaxCellLength"/>.</exception>
    public static void RefuseLongLine(int length, int line)
    {
        if (IsTooLong(length))
        {
            throw new PlaylistFileException(new Fact.LineTooLong(length, PlaylistFileLimits.MaxCellLength), line);
        }
    }

    /// <summary>Refuses a named value that is too long.</summary>
    /// <exception cref="PlaylistFileException">It is longer than <see cref="PlaylistFileLimits.MaxCellLength"/>.</exception>
    public static void RefuseLongField(int length, int line, string name)
    {
        if (IsTooLong(length))
        {
            throw new PlaylistFileException(new Fact.FieldTooLong(name, length, PlaylistFileLimits.MaxCellLength), line);
        }
    }

    // Files that were joined have byte order marks in the middle. U+2028 and U+2029 end a line in JavaScript.
    private static bool IsUnwanted(char c) => char.IsControl(c) || c is '\uFEFF' or '\uFFFE' or '\uFFFF' or '\u2028' or '\u2029';
}
