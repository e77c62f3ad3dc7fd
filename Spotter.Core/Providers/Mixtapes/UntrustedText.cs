using System.Globalization;
using System.Text;

namespace Spotter.Core.Providers.Mixtapes;

/// <summary>Sanitises text of a model or its server: one line of limited length, without terminal control characters or bidirectional
/// overrides.</summary>
internal static class UntrustedText
{
    /// <summary>The sanitised text. Empty if nothing is left.</summary>
    /// <param name="text">The text as received.</param>
    /// <param name="most">The maximum number of characters.</param>
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
