using System.Globalization;
using System.Text;

namespace Spotter.Core.Formats.Text;

/// <summary>A code page, and the letters that occur in words written in it.</summary>
internal sealed class CodePage
{
    // Typographic characters, used in every language.
    private const string Marks = "’‘“”„–—…«»¡¿·•´°№×™®©、。・「」『』（）！？～〜《》：，";

    private static readonly Dictionary<string, int[]> Relatives = new(StringComparer.Ordinal)
    {
        ["windows-1252"] = [28591, 28605], ["windows-1250"] = [28592], ["windows-1254"] = [28599], ["windows-1253"] = [28597], ["gbk"] = [54936, 51936],
        ["euc-kr"] = [51949],
    };

    private readonly int _number;
    private readonly HashSet<char> _frequent;
    private readonly HashSet<char> _rare;

    /// <summary>Creates a code page.</summary>
    /// <param name="name">Its usual name.</param>
    /// <param name="number">Its number.</param>
    /// <param name="frequent">The letters beyond ASCII that are common in its words. Empty for the large East Asian code pages.</param>
    /// <param name="rare">Letters that occur in it less often.</param>
    public CodePage(string name, int number, string frequent, string rare)
    {
        Name = name;
        _number = number;
        _frequent = [.. frequent];
        _rare = [.. rare];
        // Invalid bytes become U+FFFD, which no real text contains.
        Encoding = CodePagesEncodingProvider.Instance.GetEncoding(number, EncoderFallback.ReplacementFallback, new DecoderReplacementFallback("\uFFFD"))!;
    }

    public string Name { get; }

    public Encoding Encoding { get; }

    private bool IsEastAsian => _frequent.Count == 0;

    public bool IsSameAs(Encoding other) => other.CodePage == _number || (Relatives.TryGetValue(Name, out var relatives) && relatives.Contains(other.CodePage));

    /// <summary>How much the decoded bytes look like words: 1 for common letters only, below 0 for what is certainly in another code page.</summary>
    public double Score(byte[] bytes)
    {
        var text = Encoding.GetString(bytes);
        var (sum, count) = (0.0, 0);
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] < 0x80)
            {
                continue;
            }

            count++;
            var before = i > 0 ? text[i - 1] : ' ';
            var after = i + 1 < text.Length ? text[i + 1] : ' ';
            sum += IsEastAsian ? OfEastAsian(text[i], before, after) : OfAlphabet(text[i], before, after);
        }

        return count == 0 ? 0 : sum / count;
    }

    private double OfAlphabet(char c, char before, char after)
    {
        if (!char.IsLetter(c))
        {
            return c == '\uFFFD' || char.IsControl(c) ? -3
                : char.IsLetter(before) && char.IsLetter(after) && c != '’' ? -2
                : Marks.Contains(c, StringComparison.Ordinal) ? 0 : -1;
        }

        var score = _frequent.Contains(c) ? 1 : _rare.Contains(c) ? 0.3 : -0.5;
        // A capital inside a word is unlikely unless the whole word is in capitals.
        score -= char.IsUpper(c) && char.IsLower(before) ? 2 : 0;
        score -= char.IsUpper(c) && char.IsLower(after) && char.IsLetter(before) ? 1 : 0;
        score -= char.IsLower(c) && char.IsUpper(after) ? 1 : 0;
        // So is a mix of alphabets.
        score -= IsLatin(c) ? 0 : (char.IsAsciiLetter(before) ? 1 : 0) + (char.IsAsciiLetter(after) ? 1 : 0);
        return score;
    }

    private double OfEastAsian(char c, char before, char after)
    {
        if (c == '\uFFFD' || char.IsControl(c) || char.GetUnicodeCategory(c) is UnicodeCategory.PrivateUse or UnicodeCategory.Surrogate)
        {
            return -3;
        }

        if (Marks.Contains(c, StringComparison.Ordinal))
        {
            return 0;
        }

        var besideLatin = (char.IsAsciiLetter(before) ? 0.5 : 0) + (char.IsAsciiLetter(after) ? 0.5 : 0);
        var score = c switch
        {
            >= '\u3040' and <= '\u30FF' => _number == 932 ? 1.2 : -0.5,
            >= '\uFF66' and <= '\uFF9D' => -1,
            >= '\uAC00' and <= '\uD7A3' => _number == 949 ? 1 : -1,
            >= '\uFF01' and <= '\uFF5E' => _number == 932 ? 0.8 : 0,
            >= '\u4E00' and <= '\u9FFF' => IsFrequent(c) ? 0.9 : -1,
            _ => -1.5,
        };
        return score - besideLatin;
    }

    // The large code pages have the common characters in the lower rows, ordered by sound or strokes, and the rare ones after them.
    private bool IsFrequent(char c)
    {
        Span<byte> bytes = stackalloc byte[4];
        var length = Encoding.GetBytes([c], bytes);
        return length == 2 && _number switch
        {
            932 => bytes[0] is >= 0x88 and <= 0x97,
            936 => bytes[0] is >= 0xB0 and <= 0xD7 && bytes[1] >= 0xA1,
            950 => bytes[0] is >= 0xA4 and <= 0xC6,
            _ => false,
        };
    }

    private static bool IsLatin(char c) => c < '\u0250';
}
