using System.Collections.Frozen;

namespace Spotter.Core.Matching.Text;

/// <summary>Words that name a part of something and not a song: "Part 1", "Chapter 4", "Intro" are on every second album.</summary>
internal static class PartWords
{
    private static readonly FrozenSet<string> Words =
    [
        .. MusicWords.NumberedWords.Values, "track", "scene", "movement", "intro", "outro", "interlude", "prelude", "prologue", "epilogue", "overture", "finale", "theme",
        "main", "end", "credits", "opening", "ending", "titles", "title", "introduction", "kapitel", "teil", "folge", "capitulo", "chapitre", "titel",
    ];

    /// <summary>Whether the key has only such words and numbers.</summary>
    public static bool IsNothingElse(string key)
        => TextNormalizer.Words(key).All(word => char.IsAsciiDigit(word[0]) || Words.Contains(word) || MusicWords.SmallWords.Contains(word));
}
