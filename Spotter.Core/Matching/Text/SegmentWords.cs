namespace Spotter.Core.Matching.Text;

/// <summary>Reads the words of one bracket, tail or album name: decoration, version, or part of the name.</summary>
internal static class SegmentWords
{
    private enum Role
    {
        /// <summary>Belongs to no phrase.</summary>
        Plain,

        /// <summary>A year or a small word: counts as nothing beside other words.</summary>
        Filler,

        /// <summary>Part of a phrase of decoration that must not stand beside plain words.</summary>
        Weak,

        /// <summary>Part of a phrase that makes everything decoration.</summary>
        Strong,

        /// <summary>Part of the name of a version.</summary>
        Version,
    }

    /// <summary>What the words are; null where they are part of the song's name. A mistake in a word that means only one thing is forgiven.</summary>
    public static TitleVersion? Read(string[] words)
        => ReadAsWritten(words) ?? (Mended(words) is { } mended ? ReadAsWritten(mended) : null);

    private static TitleVersion? ReadAsWritten(string[] words)
    {
        var roles = new Role[words.Length];
        MarkDecoration(words, roles);
        var kinds = MarkVersions(words, roles);
        var hasStrong = roles.Contains(Role.Strong);
        if (kinds == VersionKinds.Named && hasStrong)
        {
            // "2011 remastered version" is a remaster, not a version.
            return TitleVersion.Plain;
        }

        if (kinds != VersionKinds.None)
        {
            return new(kinds, [.. words.Where((word, i) => IsQualifier(word, roles[i], hasStrong))]);
        }

        if (hasStrong || (roles.Contains(Role.Weak) && !roles.Contains(Role.Plain)))
        {
            return TitleVersion.Plain;
        }

        // A year alone names a recording, as "(1988)" does.
        return words is [var year] && IsYear(year) ? new(VersionKinds.Named, words) : null;
    }

    /// <summary>Whether the word is a year of recorded music.</summary>
    public static bool IsYear(string word)
        => word is { Length: 4 } && word[..2] is "19" or "20" && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]);

    /// <summary>How many words at the end of a name are understood without a bracket or dash before them, and what they say.</summary>
    public static (int Count, VersionKinds Kinds) ReadEnd(string[] words)
    {
        if (words is [_, .., "remaster" or "remastered", var year] && IsYear(year))
        {
            return (2, VersionKinds.None);
        }

        for (var start = Math.Max(1, words.Length - 3); start < words.Length; start++)
        {
            if (MusicWords.ByFirstWord.TryGetValue(words[start], out var phrases))
            {
                foreach (var phrase in phrases)
                {
                    if (phrase.Bare && start + phrase.Words.Length == words.Length && Stands(words, start, phrase))
                    {
                        // "2009 remaster": the year goes with it.
                        var takesYear = phrase.TakesAll && start > 1 && IsYear(words[start - 1]);
                        return (phrase.Words.Length + (takesYear ? 1 : 0), phrase.Kinds);
                    }
                }
            }
        }

        return (0, VersionKinds.None);
    }

    // Null where there is nothing to mend.
    private static string[]? Mended(string[] words)
    {
        var mended = words.SelectMany(Mended).ToArray();
        return mended.AsSpan().SequenceEqual(words) ? null : mended;
    }

    private static IEnumerable<string> Mended(string word)
    {
        const string Version = "version";
        if (word.Length < 5 || MusicWords.ByFirstWord.ContainsKey(word))
        {
            return [word];
        }

        if (word.EndsWith(Version, StringComparison.Ordinal) && MusicWords.ByFirstWord.ContainsKey(word[..^Version.Length]))
        {
            // "Liveversion", "Pianoversion".
            return [word[..^Version.Length], Version];
        }

        foreach (var known in MusicWords.Unmistakable)
        {
            if (Math.Abs(known.Length - word.Length) <= 1 && Levenshtein.Distance(word, known, 2) <= 2 && Levenshtein.DistanceWithSwaps(word, known) <= 1)
            {
                return [known];
            }
        }

        return [word];
    }

    private static void MarkDecoration(string[] words, Role[] roles)
    {
        for (var i = 0; i < words.Length; i++)
        {
            if (roles[i] != Role.Plain)
            {
                continue;
            }

            if (Find(words, roles, i, phrase => phrase.Kinds == VersionKinds.None) is { } phrase && !IsLongerVersion(words, i, phrase))
            {
                Mark(roles, i, phrase.Words.Length, phrase.TakesAll ? Role.Strong : Role.Weak);
            }
            else if (IsYear(words[i]) || IsOrdinal(words[i]) || MusicWords.SmallWords.Contains(words[i]))
            {
                roles[i] = Role.Filler;
            }
        }
    }

    private static VersionKinds MarkVersions(string[] words, Role[] roles)
    {
        var kinds = VersionKinds.None;
        for (var i = 0; i < words.Length; i++)
        {
            if (roles[i] is Role.Plain or Role.Filler && Find(words, roles, i, phrase => phrase.Kinds != VersionKinds.None) is { } phrase)
            {
                kinds |= phrase.Kinds;
                Mark(roles, i, phrase.Words.Length, Role.Version);
            }
        }

        // "Live version", "acoustic ver.": the bare word adds nothing to a kind already known.
        return kinds == VersionKinds.Named ? kinds : kinds & ~VersionKinds.Named;
    }

    private static MusicWord? Find(string[] words, Role[] roles, int i, Predicate<MusicWord> wanted)
    {
        if (!MusicWords.ByFirstWord.TryGetValue(words[i], out var phrases))
        {
            return null;
        }

        foreach (var phrase in phrases)
        {
            if (wanted(phrase) && Stands(words, i, phrase) && IsPlaced(roles, i, phrase))
            {
                return phrase;
            }
        }

        return null;
    }

    // "Single edit" is a version although "single" alone is decoration.
    private static bool IsLongerVersion(string[] words, int i, MusicWord decoration)
        => MusicWords.ByFirstWord[words[i]].Any(phrase
            => phrase.Kinds != VersionKinds.None && phrase.Words.Length > decoration.Words.Length && Stands(words, i, phrase));

    private static bool Stands(string[] words, int i, MusicWord phrase)
        => i + phrase.Words.Length <= words.Length && words.AsSpan(i, phrase.Words.Length).SequenceEqual(phrase.Words);

    private static bool IsPlaced(Role[] roles, int i, MusicWord phrase)
    {
        if (phrase.Kinds == VersionKinds.None)
        {
            return true;
        }

        var isFirst = !roles.AsSpan(0, i).Contains(Role.Plain);
        var isLast = !roles.AsSpan(i + phrase.Words.Length).Contains(Role.Plain);
        return phrase.Place switch
        {
            WordPlace.Anywhere => true,
            WordPlace.Last => isLast,
            WordPlace.Edge => isFirst || isLast,
            WordPlace.Alone => isFirst && isLast,
        };
    }

    private static void Mark(Role[] roles, int start, int count, Role role) => roles.AsSpan(start, count).Fill(role);

    private static bool IsQualifier(string word, Role role, bool hasStrong)
        => (role == Role.Plain || (role == Role.Filler && !hasStrong && IsYear(word))) && !MusicWords.SmallWords.Contains(word);

    // "40th anniversary", "2nd edition".
    private static bool IsOrdinal(string word)
        => word.Length >= 3 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th";
}
