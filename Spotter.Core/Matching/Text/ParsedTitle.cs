namespace Spotter.Core.Matching.Text;

/// <summary>A title taken apart: the song's name, its version, its guests. Decoration is gone.</summary>
/// <param name="Key">The name with its subtitles, as a key.</param>
/// <param name="BaseKey">The name alone; the same string as <paramref name="Key"/> where there is no subtitle.</param>
/// <param name="MarkedKey">The name with its marks; the same string as <paramref name="Key"/> where it has none.</param>
/// <param name="LatinKey">The name in Latin letters, or null where it is written in them.</param>
/// <param name="HasTail">Whether a subtitle stands behind a dash: a looser bond than a bracket.</param>
/// <param name="Version">Which recording of the song.</param>
/// <param name="Featured">The guests that the title names, as written.</param>
/// <param name="Numbers">The numbers in the name, in order: they are its identity.</param>
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
    /// <summary>The title without the track number in front of it ("03 - Paper Lanterns"), or null where none stands there.</summary>
    public ParsedTitle? Unnumbered { get; init; }

    /// <summary>The name as one hears it (<see cref="SpokenForm"/>); the same string as <see cref="Key"/> where that is how it is written.</summary>
    public string SpokenKey => field ??= SpokenForm.Of(Key, out _) ?? Key;

    /// <summary>The name with two letters for a marked one, as German and Danish are typed ("Fuer Elise"), or null where it has none of those.</summary>
    public string? DigraphKey { get; init; }

    /// <summary>The key of what stands in a bracket in other letters than the name, which is the name once more ("봄날 (Spring Day)"), or null.</summary>
    public string? OtherLettersKey { get; init; }

    /// <summary>The work of classical music that the title names, or null.</summary>
    public Work? Work { get; init; }

    /// <summary>The key with <see cref="CensoredWords.Mask"/> in the place of each letter that an asterisk hides ("F**k"), or null where none is hidden.</summary>
    public string? Censored { get; init; }

    /// <summary>Whether the name is written in letters that we cannot write in Latin ones, and in no Latin ones: Han, Hangul, Thai, Devanagari.</summary>
    public bool IsForeign => Letters == ForeignLetters.Foreign;

    /// <summary>Whether the name is written in Latin letters alone.</summary>
    public bool IsLatin => Letters == ForeignLetters.Latin;

    /// <summary>Whether the title has a subtitle beside its name.</summary>
    public bool HasSubtitle => Key.Length != BaseKey.Length;

    private int Letters => field == 0 ? field = ForeignLetters.KindOf(Key) : field;
}
