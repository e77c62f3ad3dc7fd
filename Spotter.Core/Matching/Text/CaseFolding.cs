using System.Buffers;
using System.Collections.Frozen;

namespace Spotter.Core.Matching.Text;

/// <summary>Full case folding, which .NET lacks: lower case, then the letters that Unicode's CaseFolding (C and F) folds
/// differently.</summary>
public static class CaseFolding
{
    // Letters that ToLowerInvariant leaves different from their folded form. The Turkish İ, I, ı and i are one key on purpose. The iota
    // below a letter stays a mark, since "ᾳ" is one letter together with it.
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

    private static readonly SearchValues<char> SpecialLetters = SearchValues.Create([.. Special.Keys]);

    /// <summary>The text with every letter folded. Other characters stay.</summary>
    public static string Fold(string text)
    {
        ArgumentNullException.ThrowIfNull(text);
        var folded = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        Fold(text, ref folded);
        var result = folded.Items.SequenceEqual(text) ? text : folded.Items.ToString();
        folded.Dispose();
        return result;
    }

    /// <summary>The same into a list, whose content is replaced.</summary>
    internal static void Fold(scoped ReadOnlySpan<char> text, ref SpanList<char> folded)
    {
        folded.Clear();
        text.ToLowerInvariant(folded.Extend(text.Length));
        DropDots(ref folded);
        var first = folded.Items.IndexOfAny(SpecialLetters);
        if (first < 0)
        {
            return;
        }

        var rest = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        rest.Append(folded.Items[first..]);
        folded.CutTo(first);
        foreach (var c in rest.Items)
        {
            if (Special.TryGetValue(c, out var letters))
            {
                folded.Append(letters);
            }
            else
            {
                folded.Add(c);
            }
        }

        rest.Dispose();
    }

    // The dot above a small i, which remains of "İ", is not a letter.
    private static void DropDots(ref SpanList<char> folded)
    {
        var dotted = folded.Items.IndexOf("i\u0307");
        if (dotted < 0)
        {
            return;
        }

        var text = folded.Writable;
        var length = dotted;
        for (var i = dotted; i < text.Length; i++)
        {
            text[length++] = text[i];
            if (text[i] == 'i' && i + 1 < text.Length && text[i + 1] == '\u0307')
            {
                i++;
            }
        }

        folded.CutTo(length);
    }
}
