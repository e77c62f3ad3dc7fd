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

    private static readonly Dictionary<char, string> Letters = Table(Cyrillic, Greek, Kana);

    /// <summary>The key in Latin letters, or null where it holds no letter that we can write so.</summary>
    /// <param name="text">The text as written; the marks matter (й is y, и is i).</param>
    public static string? LatinKey(string? text)
    {
        if (text is null || Ascii.IsValid(text))
        {
            return null;
        }

        var marked = TextNormalizer.MarkedKey(text);
        var latin = new StringBuilder(marked.Length + 8);
        var changed = false;
        for (var i = 0; i < marked.Length; i++)
        {
            var c = Base(marked[i]);
            if (Digraph(marked, i) is { } pair)
            {
                latin.Append(pair);
                changed = true;
                i++;
            }
            else if (c is 'ャ' or 'ュ' or 'ョ')
            {
                AppendSmallY(latin, c);
                changed = true;
            }
            else if (c == 'ッ' && i + 1 < marked.Length && Letters.TryGetValue(Base(marked[i + 1]), out var next))
            {
                latin.Append(next[0]);
                changed = true;
            }
            else if (c == 'ー' && latin.Length > 0)
            {
                latin.Append(latin[^1]);
            }
            else if (Letters.TryGetValue(c, out var letters))
            {
                latin.Append(letters);
                changed = true;
            }
            else
            {
                latin.Append(c);
            }
        }

        return changed ? Canonical(TextNormalizer.Key(latin.ToString())) : null;
    }

    /// <summary>One spelling for the usual ways to write these letters in Latin; for comparing with a <see cref="LatinKey"/> only.</summary>
    public static string Canonical(string key)
        => key is null ? "" : key
            .Replace("kh", "h", StringComparison.Ordinal)
            .Replace("yy", "y", StringComparison.Ordinal)
            .Replace("iy", "y", StringComparison.Ordinal)
            .Replace("ij", "y", StringComparison.Ordinal)
            .Replace('j', 'y')
            .Replace("iu", "yu", StringComparison.Ordinal)
            .Replace("ia", "ya", StringComparison.Ordinal)
            .Replace("ou", "u", StringComparison.Ordinal);

    private static string? Digraph(string text, int i)
        => i + 1 >= text.Length
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

    private static void AppendSmallY(StringBuilder latin, char small)
    {
        var vowel = small switch { 'ャ' => "a", 'ュ' => "u", _ => "o" };
        var afterI = latin.Length > 0 && latin[^1] == 'i';
        if (afterI)
        {
            latin.Length--;
        }

        var alreadySoft = afterI && latin.Length > 0 && latin[^1] is 'h' or 'j';
        latin.Append(alreadySoft ? vowel : "y" + vowel);
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

    private static Dictionary<char, string> Table(params string[] lists)
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

        return table;
    }
}
