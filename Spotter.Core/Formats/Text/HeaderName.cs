using System.Globalization;
using System.Text;

namespace Spotter.Core.Formats.Text;

/// <summary>A column's name as it is compared: letters and digits alone, without case and marks.</summary>
internal static class HeaderName
{
    /// <summary>Letter by letter: normalising a whole name would put the marks in order that are left out here, at the square of their number.</summary>
    public static string Normalize(string name)
    {
        var key = new StringBuilder(name.Length);
        foreach (var letter in name.EnumerateRunes())
        {
            if (letter.IsAscii)
            {
                if (Rune.IsLetterOrDigit(letter))
                {
                    key.Append(char.ToLowerInvariant((char)letter.Value));
                }

                continue;
            }

            foreach (var c in letter.ToString().Normalize(NormalizationForm.FormKD))
            {
                if (char.IsLetterOrDigit(c) && char.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark)
                {
                    key.Append(char.ToLowerInvariant(c));
                }
            }
        }

        return key.ToString();
    }
}
