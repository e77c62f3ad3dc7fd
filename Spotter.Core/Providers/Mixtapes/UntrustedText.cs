using System.Globalization;
using System.Text;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>Makes words of a model or of its server harmless: one line of bounded length, without what controls a terminal or turns a line around.</summary>
internal static class UntrustedText
{
    /// <summary>The text; empty where nothing of it is left.</summary>
    /// <param name="text">Whatever came.</param>
    /// <param name="most">How many characters may stay.</param>
    public static string Clean(string? text, int most)
    {
        var clean = new StringBuilder();
        foreach (var rune in (text ?? "").EnumerateRunes())
        {
            if (clean.Length + rune.Utf16SequenceLength > most)
            {
                break;
            }

            if (Rune.IsWhiteSpace(rune) || Rune.GetUnicodeCategory(rune) is UnicodeCategory.Control)
            {
                if (clean.Length > 0 && clean[^1] != ' ')
                {
                    clean.Append(' ');
                }
            }
            else if (rune != Rune.ReplacementChar && !TurnsAround(rune))
            {
                clean.Append(rune);
            }
        }

        return clean.ToString().TrimEnd();
    }

    private static bool TurnsAround(Rune rune) => rune.Value is (>= 0x202A and <= 0x202E) or (>= 0x2066 and <= 0x2069);
}
