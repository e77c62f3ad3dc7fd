using System.Buffers;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>Tells whether a key is in Latin letters, or in letters that <see cref="Transliteration"/> cannot transliterate.</summary>
internal static class ForeignLetters
{
    public const int Latin = 1;

    public const int Foreign = 2;

    public const int Neither = 3;

    private static readonly SearchValues<char> SmallLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz");

    /// <summary>The script of the key. Mixed scripts, scripts that can be transliterated, and keys without letters are neither.</summary>
    public static int KindOf(ReadOnlySpan<char> key)
    {
        if (Ascii.IsValid(key))
        {
            return key.ContainsAny(SmallLetters) ? Latin : Neither;
        }

        var (hasLatin, hasForeign, hasOther) = (false, false, false);
        foreach (var c in key)
        {
            if (c < '\u0370')
            {
                hasLatin |= char.IsLetter(c);
            }
            else if (char.IsLetter(c))
            {
                var isForeign = IsForeign(c);
                hasForeign |= isForeign;
                hasOther |= !isForeign;
            }
        }

        return hasForeign && !hasLatin ? Foreign : hasLatin && !hasForeign && !hasOther ? Latin : Neither;
    }

    // Not Greek, Cyrillic or kana, nor Unicode's extensions of them and of Latin.
    private static bool IsForeign(char c)
        => c >= '\u0530'
            && c is not ((>= '\u1C80' and <= '\u1C8F') or (>= '\u1D00' and <= '\u1FFF') or (>= '\u2C60' and <= '\u2C7F') or (>= '\u2DE0' and <= '\u2DFF')
                or (>= '\u3040' and <= '\u30FF') or (>= '\u31F0' and <= '\u31FF') or (>= '\uA640' and <= '\uA69F') or (>= '\uA720' and <= '\uA7FF'));
}
