using System.Text;

namespace Spotter.Core.Matching.Text;

/// <summary>Other names that follow from a name: the leader of a band, the surnames of a duo, the name in another script.</summary>
internal static class OtherNames
{
    private const string And = " and ";

    /// <summary>"jimi hendrix experience": the musician whose band it is. Empty if it is nobody's. A single word does not name a
    /// musician.</summary>
    /// <param name="key">The key of a name, without "the".</param>
    public static ReadOnlySpan<char> LeaderOf(ReadOnlySpan<char> key)
    {
        var end = key.LastIndexOf(' ');
        if (end < 0 || !MusicWords.IsEnsemble(key[(end + 1)..]))
        {
            return default;
        }

        var leader = key[..end].EndsWith(" big") ? key[..^" big band".Length] : key[..end];
        return leader.Contains(' ') ? leader : default;
    }

    /// <summary>"daryl hall and john oates": the surnames of two people, as "hall and oates". False if there are not two.</summary>
    /// <param name="key">The key of a name.</param>
    /// <param name="surnames">Receives the surnames.</param>
    public static bool TryAppendSurnames(ReadOnlySpan<char> key, ref SpanList<char> surnames)
    {
        if (key.IndexOf(And) is not (> 0 and var at) || key[(at + And.Length)..].Contains(And, StringComparison.Ordinal)
            || !IsPerson(key[..at], out var first) || !IsPerson(key[(at + And.Length)..], out var second))
        {
            return false;
        }

        surnames.Append(first);
        surnames.Append(And);
        surnames.Append(second);
        return true;
    }

    /// <summary>"BTS (방탄소년단)": a name, and the same name in another script. A bracket in the same script may instead distinguish two
    /// artists with one name, like "(UK)".</summary>
    public static bool IsInTwoScripts(ReadOnlySpan<char> name, out ReadOnlySpan<char> outside, out ReadOnlySpan<char> inside)
    {
        outside = inside = default;
        if (Ascii.IsValid(name) || name.TrimEnd() is not [.. var text, ')' or '）'] || text.LastIndexOfAny('(', '（') is not (> 0 and var open))
        {
            return false;
        }

        outside = text[..open].Trim();
        inside = text[(open + 1)..].Trim();
        return !outside.IsEmpty && !inside.IsEmpty && HasLatin(outside) != HasLatin(inside);
    }

    // A first name and a surname.
    private static bool IsPerson(ReadOnlySpan<char> name, out ReadOnlySpan<char> surname)
    {
        var blank = name.IndexOf(' ');
        surname = blank > 0 ? name[(blank + 1)..] : default;
        return blank > 1 && surname.Length > 1 && !surname.Contains(' ') && name[..blank] is not "the";
    }

    private static bool HasLatin(ReadOnlySpan<char> text)
    {
        foreach (var c in text)
        {
            if (c < '\u0250' && char.IsLetter(c))
            {
                return true;
            }
        }

        return false;
    }
}
