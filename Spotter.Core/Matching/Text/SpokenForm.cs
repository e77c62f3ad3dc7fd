using System.Buffers;
using System.Collections.Frozen;

namespace Spotter.Core.Matching.Text;

/// <summary>
/// A key as it sounds: "wanna" is "want to", "Mr" is "Mister", "Three" is "3", and a leading article is dropped. Titles with the same
/// spoken form are one title in two spellings. It is an additional key and never the only one.
/// </summary>
internal static class SpokenForm
{
    // Words with two spellings, each with the form that stands for both. Two words may stand for one.
    private static readonly FrozenDictionary<string, string> Spellings = Pairs("""
        wanna=want to, gonna=going to, gotta=got to, kinda=kind of, sorta=sort of, outta=out of, lemme=let me, gimme=give me, dunno=dont know, tryna=trying to, whatcha=what you,
        cmon=come on, cause=because, cuz=because, coz=because, cos=because, til=till, until=till, thru=through, tho=though, altho=although, nite=night, nites=nights,
        lite=light, tonite=tonight, u=you, ur=your, r=are, ya=you, yall=you all, em=them, luv=love, lil=little, ol=old, plz=please, pls=please, thx=thanks,
        2nite=tonight, 2night=tonight, 2day=today, 4ever=forever, 4eva=forever, b4=before, gr8=great,
        colour=color, colours=colors, coloured=colored, favour=favor, favourite=favorite, honour=honor, neighbour=neighbor, neighbours=neighbors, neighbourhood=neighborhood,
        harbour=harbor, flavour=flavor, labour=labor, rumour=rumor, rumours=rumors, saviour=savior, behaviour=behavior, armour=armor, endeavour=endeavor, parlour=parlor, vapour=vapor,
        grey=gray, centre=center, theatre=theater, fibre=fiber, metre=meter, spectre=specter, sombre=somber, whisky=whiskey, mum=mom, jewellery=jewelry, tyre=tire, programme=program,
        cheque=check, defence=defense, travelling=traveling, traveller=traveler, travellers=travelers, catalogue=catalog, dialogue=dialog, aeroplane=airplane, pyjamas=pajamas, judgement=judgment,
        plough=plow, mould=mold, okay=ok, alright=all right, versus=vs,
        mr=mister, mrs=missus, st=saint, ste=sainte, dr=doctor, jr=junior, sr=senior, ft=fort, mt=mount, sgt=sergeant, capt=captain, prof=professor, rd=road, blvd=boulevard,
        one=1, two=2, three=3, four=4, five=5, six=6, seven=7, eight=8, nine=9, ten=10, eleven=11, twelve=12, thirteen=13, fourteen=14, fifteen=15, sixteen=16, seventeen=17,
        eighteen=18, nineteen=19, twenty=20, thirty=30, forty=40, fifty=50, sixty=60, seventy=70, eighty=80, ninety=90,
        first=1st, second=2nd, third=3rd, fourth=4th, fifth=5th, sixth=6th, seventh=7th, eighth=8th, ninth=9th, tenth=10th
        """);

    private static readonly SearchValues<char> Vowels = SearchValues.Create("aeiouy");

    private static readonly FrozenSet<string> Ands = Set("og och en e y et und i и та n ve ja and");

    private static readonly FrozenSet<string> Articles = Set("the a an les le la l der die das den el los las il lo gli de het een un une una ein eine os as uma det ett");

    // "4 you", "4 ever", "2 u": before these words the digit is a word.
    private static readonly FrozenSet<string> BehindFor = Set("u you ever real life me love my your");
    private static readonly FrozenSet<string> BehindTo = Set("u you me be");

    private static readonly FrozenDictionary<string, string>.AlternateLookup<ReadOnlySpan<char>> Spelling = Spellings.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> And = Ands.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> Article = Articles.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> For = BehindFor.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly FrozenSet<string>.AlternateLookup<ReadOnlySpan<char>> To = BehindTo.GetAlternateLookup<ReadOnlySpan<char>>();
    private static readonly WordMask Mask = new([.. Spellings.Keys, .. Ands, .. Articles, "4", "2"]);

    /// <summary>The spoken form of a key, or null if it is the key itself.</summary>
    /// <param name="key">A key from <see cref="TextNormalizer.Key(string?)"/>.</param>
    /// <param name="hasArticle">Whether an article was left out.</param>
    public static string? Of(string key, out bool hasArticle)
    {
        var spoken = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var form = TryAppend(key, ref spoken, out hasArticle) ? spoken.Items.ToString() : null;
        spoken.Dispose();
        return form;
    }

    /// <summary>Appends the spoken form. If it is the key itself, false, and nothing is appended.</summary>
    public static bool TryAppend(scoped ReadOnlySpan<char> key, ref SpanList<char> spoken, out bool hasArticle)
    {
        hasArticle = false;
        if (!MayDiffer(key))
        {
            return false;
        }

        var start = spoken.Count;
        var rest = key;
        var isFirst = true;
        while (!rest.IsEmpty)
        {
            var word = NextWord(ref rest);
            var next = rest.IsEmpty ? default : rest[..(rest.IndexOf(' ') is >= 0 and var end ? end : rest.Length)];
            if (IsPicture(word))
            {
                continue;
            }

            if (isFirst)
            {
                isFirst = false;
                if (!next.IsEmpty && !And.Contains(next) && Article.Contains(word))
                {
                    hasArticle = true;
                    continue;
                }
            }
            else if (next.IsEmpty && word is "the" or "a" or "an" or "les" or "le" or "die" or "der" or "das" or "los" or "las" or "el" or "il" or "het")
            {
                // "Chain, The".
                hasArticle = true;
                break;
            }

            AddWord(word, next, spoken.Count == start, ref spoken);
        }

        if (spoken.Count > start && spoken[spoken.Count - 1] == ' ')
        {
            spoken.CutTo(spoken.Count - 1);
        }

        if (spoken.Count == start || spoken.Items[start..].SequenceEqual(key))
        {
            // Only an article.
            spoken.CutTo(start);
            hasArticle = false;
            return false;
        }

        return true;
    }

    private static void AddWord(scoped ReadOnlySpan<char> word, scoped ReadOnlySpan<char> next, bool isFirst, ref SpanList<char> spoken)
    {
        if (!isFirst)
        {
            spoken.Add(' ');
        }

        var isBetween = !isFirst && !next.IsEmpty;
        if (word is "4" && !next.IsEmpty && For.Contains(next))
        {
            spoken.Append("for");
        }
        else if (word is "2" && !next.IsEmpty && To.Contains(next))
        {
            spoken.Append("to");
        }
        else if (And.Contains(word))
        {
            spoken.Append(isBetween ? "and" : word);
        }
        else if (Spelling.TryGetValue(word, out var form))
        {
            spoken.Append(form);
        }
        else
        {
            foreach (var c in word)
            {
                // Katakana as hiragana: the same syllables.
                spoken.Add(c is >= '\u30A1' and <= '\u30F6' ? (char)(c - 0x60) : c);
            }

            if (IsShortOfG(word))
            {
                spoken.Add('g');
            }
        }
    }

    // Most titles have no such word and are not split.
    private static bool MayDiffer(scoped ReadOnlySpan<char> key)
    {
        for (var rest = key; !rest.IsEmpty;)
        {
            var word = NextWord(ref rest);
            if (Mask.MayHold(word) || IsShortOfG(word) || word[0] >= '\u2190' && (word.ContainsAnyInRange('\u30A1', '\u30F6') || IsPicture(word)))
            {
                return true;
            }
        }

        return false;
    }

    // "Lovin'" for "loving". That "Robin" becomes "robing" does no harm, since it happens on both sides.
    private static bool IsShortOfG(scoped ReadOnlySpan<char> word)
        => word is [_, .., not 'a', 'i', 'n'] && word.Length >= 4 && word[..^2].ContainsAny(Vowels);

    // "Happy 😀", "Happy ♥".
    private static bool IsPicture(scoped ReadOnlySpan<char> word)
    {
        if (char.IsHighSurrogate(word[0]) && word[0] is < '\uD83C' or > '\uD83E')
        {
            return false;
        }

        foreach (var c in word)
        {
            // Emoji of the second plane, and symbols. Han beyond the first plane begin with other surrogates.
            if (!(c is (>= '\u2190' and <= '\u2BFF') or '\u200D' or (>= '\uFE00' and <= '\uFE0F') or (>= '\uD83C' and <= '\uD83E') || char.IsLowSurrogate(c)))
            {
                return false;
            }
        }

        return true;
    }

    private static ReadOnlySpan<char> NextWord(ref ReadOnlySpan<char> rest)
    {
        var end = rest.IndexOf(' ');
        var word = end < 0 ? rest : rest[..end];
        rest = end < 0 ? default : rest[(end + 1)..];
        return word;
    }

    private static FrozenSet<string> Set(string words) => words.Split(' ').ToFrozenSet(StringComparer.Ordinal);

    private static FrozenDictionary<string, string> Pairs(string pairs)
        => pairs.Split([',', '\n'], StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries)
            .Select(pair => pair.Split('='))
            .DistinctBy(pair => pair[0])
            .ToFrozenDictionary(pair => pair[0], pair => pair[1], StringComparer.Ordinal);
}
