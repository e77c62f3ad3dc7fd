using System.Text;

namespace Spotter.Core.Formats.Text;

/// <summary>Column names for comparison: only letters and digits, without case and diacritics.</summary>
internal static class HeaderName
{
    /// <summary>Normalises letter by letter: on a whole name, Unicode normalisation sorts the diacritics, which takes quadratic time and is
    /// useless here.</summary>
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
                // Marks are neither.
                if (char.IsLetterOrDigit(c))
                {
                    key.Append(char.ToLowerInvariant(c));
                }
            }
        }

        return key.ToString();
    }
}
