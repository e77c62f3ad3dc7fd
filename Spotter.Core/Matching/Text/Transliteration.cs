using System.Buffers;
using System.Collections.Frozen;
using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>A second key in Latin letters for Cyrillic, Greek and kana: "Камин" is also "kamin". Never the only key.</summary>
public static class Transliteration
{
    private const string Cyrillic = """
        а a  б b  в v  г g  д d  е e  ж zh  з z  и i  й y  к k  л l  м m  н n  о o  п p  р r  с s  т t  у u  ф f  х kh
        ц ts  ч ch  ш sh  щ shch  ъ _  ы y  ь _  э e  ю yu  я ya  ё yo  і i  ї yi  є ye  ґ g  ў u  ђ dj  ј j  љ lj  њ nj
        ћ c  џ dz
        """;
    private const string Greek = """
        α a  β v  γ g  δ d  ε e  ζ z  η i  θ th  ι i  κ k  λ l  μ m  ν n  ξ x  ο o  π p  ρ r  σ s  ς s  τ t  υ y  φ f
        χ ch  ψ ps  ω o
        """;
    private const string Kana = """
        ア a  イ i  ウ u  エ e  オ o  カ ka  キ ki  ク ku  ケ ke  コ ko  サ sa  シ shi  ス su  セ se  ソ so  タ ta  チ chi  ツ tsu  テ te
        ト to  ナ na  ニ ni  ヌ nu  ネ ne  ノ no  ハ ha  ヒ hi  フ fu  ヘ he  ホ ho  マ ma  ミ mi  ム mu  メ me  モ mo  ヤ ya  ユ yu  ヨ yo
        ラ ra  リ ri  ル ru  レ re  ロ ro  ワ wa  ヲ o  ン n  ガ ga  ギ gi  グ gu  ゲ ge  ゴ go  ザ za  ジ ji  ズ zu  ゼ ze  ゾ zo  ダ da
        ヂ ji  ヅ zu  デ de  ド do  バ ba  ビ bi  ブ bu  ベ be  ボ bo  パ pa  ピ pi  プ pu  ペ pe  ポ po  ヴ vu  ァ a  ィ i  ゥ u  ェ e
        ォ o
        """;

    private static readonly FrozenDictionary<char, string> Letters = Table(Cyrillic, Greek, Kana);

    // Letters of which a text must contain at least one to change.
    private static readonly SearchValues<char> Writable = SearchValues.Create(
        [.. Enumerable.Range('\u0370', '\u3100' - '\u0370').Select(c => (char)c).Where(c => Letters.ContainsKey(Base(c)) || IsSmallY(Base(c)))]);

    /// <summary>The key in Latin letters, or null if no letter can be transliterated.</summary>
    /// <param name="text">The text as written. Marks matter (й is y, и is i).</param>
    public static string? LatinKey(string? text)
    {
        if (text is null || Ascii.IsValid(text))
        {
            return null;
        }

        var marked = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var latin = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        TextNormalizer.AppendMarkedKey(text, ref marked);
        var key = TryAppendLatinKey(marked.Items, ref latin) ? latin.Items.ToString() : null;
        latin.Dispose();
        marked.Dispose();
        return key;
    }

    /// <summary>A uniform spelling of the usual transliterations, only for comparison with a <see cref="LatinKey"/>.</summary>
    public static string Canonical(string key)
    {
        if (key is null)
        {
            return "";
        }

        var list = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        list.Append(key);
        list.CutTo(MakeCanonical(list.Writable));
        var canonical = list.Items.SequenceEqual(key) ? key : list.Items.ToString();
        list.Dispose();
        return canonical;
    }

    /// <summary>Appends the Latin key to the list. If no letter can be transliterated, false, and nothing is appended.</summary>
    /// <param name="markedKey">The text as <see cref="TextNormalizer.MarkedKey"/>. It must not be in the list itself.</param>
    /// <param name="latinKey">Receives the key.</param>
    internal static bool TryAppendLatinKey(scoped ReadOnlySpan<char> markedKey, ref SpanList<char> latinKey)
    {
        if (!markedKey.ContainsAny(Writable))
        {
            return false;
        }

        var latin = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        for (var i = 0; i < markedKey.Length; i++)
        {
            var c = Base(markedKey[i]);
            if (Digraph(markedKey, i) is { } pair)
            {
                latin.Append(pair);
                i++;
            }
            else if (IsSmallY(c))
            {
                AppendSmallY(ref latin, c);
            }
            else if (c is 'ァ' or 'ィ' or 'ゥ' or 'ェ' or 'ォ' && latin.Count > 0 && latin[latin.Count - 1] is 'a' or 'i' or 'u' or 'e' or 'o')
            {
                AppendSmallVowel(ref latin, c);
            }
            else if (c == 'ッ' && i + 1 < markedKey.Length && Letters.TryGetValue(Base(markedKey[i + 1]), out var next))
            {
                latin.Append(next.AsSpan(0, Math.Min(1, next.Length)));
            }
            else if (c == 'ー' && latin.Count > 0)
            {
                latin.Add(latin[latin.Count - 1]);
            }
            else if (Letters.TryGetValue(c, out var letters))
            {
                latin.Append(letters);
            }
            else
            {
                latin.Add(c);
            }
        }

        var start = latinKey.Count;
        TextNormalizer.AppendKey(latin.Items, ref latinKey);
        latinKey.CutTo(start + MakeCanonical(latinKey.Writable[start..]));
        latin.Dispose();
        return true;
    }

    private static int MakeCanonical(Span<char> key)
    {
        if (key.IndexOfAny("ijkoy") < 0)
        {
            return key.Length;
        }

        key = Replace(key, "kh", "h");
        key = Replace(key, "yy", "y");
        key = Replace(key, "iy", "y");
        key = Replace(key, "ij", "y");
        key.Replace('j', 'y');
        key = Replace(key, "iu", "yu");
        key = Replace(key, "ia", "ya");
        return Replace(key, "ou", "u").Length;
    }

    // In place: the replacement is never longer.
    private static Span<char> Replace(Span<char> text, ReadOnlySpan<char> what, ReadOnlySpan<char> with)
    {
        var from = text.IndexOf(what);
        if (from < 0)
        {
            return text;
        }

        var length = from;
        while (from < text.Length)
        {
            if (text[from..].StartsWith(what))
            {
                with.CopyTo(text[length..]);
                length += with.Length;
                from += what.Length;
            }
            else
            {
                text[length++] = text[from++];
            }
        }

        return text[..length];
    }

    private static string? Digraph(scoped ReadOnlySpan<char> text, int i)
        => i + 1 >= text.Length || text[i] is < 'ά' or > 'ώ'
            ? null
            : (Base(text[i]), Base(text[i + 1])) switch
            {
                ('ο', 'υ') => "ou",
                ('μ', 'π') when i == 0 || text[i - 1] == ' ' => "b",
                ('ν', 'τ') when i == 0 || text[i - 1] == ' ' => "d",
                ('γ', 'γ') => "ng",
                ('α', 'υ') => "av",
                ('ε', 'υ') => "ev",
                _ => null,
            };

    private static bool IsSmallY(char c) => c is 'ャ' or 'ュ' or 'ョ';

    private static void AppendSmallY(ref SpanList<char> latin, char small)
    {
        var afterI = latin.Count > 0 && latin[latin.Count - 1] == 'i';
        if (afterI)
        {
            latin.CutTo(latin.Count - 1);
        }

        var alreadySoft = afterI && latin.Count > 0 && latin[latin.Count - 1] is 'h' or 'j';
        if (!alreadySoft)
        {
            latin.Add('y');
        }

        latin.Add(small switch { 'ャ' => 'a', 'ュ' => 'u', _ => 'o' });
    }

    // "ファ" is fa, "ティ" is ti, "ウィ" is wi: the small vowel replaces the one before it.
    private static void AppendSmallVowel(ref SpanList<char> latin, char small)
    {
        var before = latin[latin.Count - 1];
        var isAlone = latin.Count < 2 || latin[latin.Count - 2] is ' ' or 'a' or 'i' or 'u' or 'e' or 'o' or 'n';
        latin.CutTo(latin.Count - 1);
        if (isAlone && before == 'u')
        {
            latin.Add('w');
        }
        else if (isAlone)
        {
            latin.Add(before);
        }

        latin.Add(small switch { 'ァ' => 'a', 'ィ' => 'i', 'ゥ' => 'u', 'ェ' => 'e', _ => 'o' });
    }

    // Hiragana as katakana, Greek vowels without their accent.
    private static char Base(char c)
        => c switch
        {
            >= 'ぁ' and <= 'ゖ' => (char)(c + ('ァ' - 'ぁ')),
            'ά' => 'α',
            'έ' => 'ε',
            'ή' => 'η',
            'ί' or 'ϊ' => 'ι',
            'ό' => 'ο',
            'ύ' or 'ϋ' => 'υ',
            'ώ' => 'ω',
            _ => c,
        };

    private static FrozenDictionary<char, string> Table(params string[] lists)
    {
        var table = new Dictionary<char, string>();
        foreach (var list in lists)
        {
            var parts = list.Split([' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries);
            for (var i = 0; i + 1 < parts.Length; i += 2)
            {
                table[parts[i][0]] = parts[i + 1] == "_" ? "" : parts[i + 1];
            }
        }

        return table.ToFrozenDictionary();
    }
}
