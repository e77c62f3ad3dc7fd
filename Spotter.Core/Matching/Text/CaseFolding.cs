using System.Collections.Frozen;

namespace Spotter.Core.Matching.Text;

/// <summary>Full case folding, which .NET lacks: lower case, then the letters that Unicode's CaseFolding (C and F) folds otherwise.</summary>
public static class CaseFolding
{
    // What ToLowerInvariant leaves different from the folded form. The Turkish letters are one key on purpose: İ, I, ı and i.
    private static readonly FrozenDictionary<char, string> Special = new Dictionary<char, string>
    {
        ['ß'] = "ss",
        ['ẞ'] = "ss",
        ['ſ'] = "s",
        ['ı'] = "i",
        ['İ'] = "i",
        ['ŉ'] = "ʼn",
        ['ǰ'] = "ǰ",
        ['ς'] = "σ",
        ['ΐ'] = "ΐ",
        ['ΰ'] = "ΰ",
        ['ͅ'] = "ι",
        ['ϐ'] = "β",
        ['ϑ'] = "θ",
        ['ϕ'] = "φ",
        ['ϖ'] = "π",
        ['ϰ'] = "κ",
        ['ϱ'] = "ρ",
        ['ϵ'] = "ε",
        ['և'] = "եւ",
        ['ẖ'] = "ẖ",
        ['ẗ'] = "ẗ",
        ['ẘ'] = "ẘ",
        ['ẙ'] = "ẙ",
        ['ẚ'] = "aʾ",
        ['ẛ'] = "ṡ",
        ['ﬀ'] = "ff",
        ['ﬁ'] = "fi",
        ['ﬂ'] = "fl",
        ['ﬃ'] = "ffi",
        ['ﬄ'] = "ffl",
        ['ﬅ'] = "st",
        ['ﬆ'] = "st",
    }.ToFrozenDictionary();

    /// <summary>The text with every letter folded; other characters stay.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var lower = text.ToLowerInvariant().Replace("i\u0307", "i", StringComparison.Ordinal);
        if (System.Text.Ascii.IsValid(lower) || lower.AsSpan().IndexOfAny(SpecialLetters) < 0)
        {
            return lower;
        }

        var folded = new System.Text.StringBuilder(lower.Length + 4);
        foreach (var c in lower)
        {
            if (Special.TryGetValue(c, out var letters))
            {
                folded.Append(letters);
            }
            else
            {
                folded.Append(c);
            }
        }

        return folded.ToString();
    }

    private static readonly System.Buffers.SearchValues<char> SpecialLetters = System.Buffers.SearchValues.Create([.. Special.Keys]);
}
