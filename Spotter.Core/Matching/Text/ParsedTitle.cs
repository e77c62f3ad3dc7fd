namespace Spotter.Core.Matching.Text;

/// <summary>A parsed title: the song's name, its version and its guests. Decoration is removed.</summary>
/// <param name="Key">The name with its subtitles, as a key.</param>
/// <param name="BaseKey">The name alone. The same string as <paramref name="Key"/> if there is no subtitle.</param>
/// <param name="MarkedKey">The name with its marks. The same string as <paramref name="Key"/> if it has none.</param>
/// <param name="LatinKey">The name in Latin letters, or null if it is already written in them.</param>
/// <param name="HasTail">Whether a subtitle follows a dash, which is a looser bond than a bracket.</param>
/// <param name="Version">Which recording of the song it is.</param>
/// <param name="Featured">The guests that the title names, as written.</param>
/// <param name="Numbers">The numbers in the name, in order. Titles with different numbers are different.</param>
public sealed record ParsedTitle(
    string Key,
    string BaseKey,
    string MarkedKey,
    string? LatinKey,
    bool HasTail,
    TitleVersion Version,
    IReadOnlyList<string> Featured,
    string Numbers)
{
    /// <summary>The title without the track number before it ("03 - Paper Lanterns"), or null if there is none.</summary>
    public ParsedTitle? Unnumbered { get; init; }

    /// <summary>The name as it sounds (<see cref="SpokenForm"/>). The same string as <see cref="Key"/> if it is written like
    /// that.</summary>
    public string SpokenKey => field ??= SpokenForm.Of(Key, out _) ?? Key;

    /// <summary>The name with two letters for each marked one, as German and Danish are typed ("Fuer Elise"), or null if it has none of
    /// those.</summary>
    public string? DigraphKey { get; init; }

    /// <summary>The key of a bracket in another script that repeats the name ("봄날 (Spring Day)"), or null.</summary>
    public string? OtherLettersKey { get; init; }

    /// <summary>The classical work that the title names, or null.</summary>
    public Work? Work { get; init; }

    /// <summary>The key with <see cref="CensoredWords.Mask"/> for each letter that an asterisk hides ("F**k"), or null if none is
    /// hidden.</summary>
    public string? Censored { get; init; }

    /// <summary>Whether the name has only letters that cannot be transliterated to Latin ones: Han, Hangul, Thai, Devanagari.</summary>
    public bool IsForeign => Letters == ForeignLetters.Foreign;

    /// <summary>Whether the name has only Latin letters.</summary>
    public bool IsLatin => Letters == ForeignLetters.Latin;

    /// <summary>Whether the title has a subtitle besides its name.</summary>
    public bool HasSubtitle => Key.Length != BaseKey.Length;

    private int Letters => field == 0 ? field = ForeignLetters.KindOf(Key) : field;
}
