namespace Spotter.Core.Matching.Text;

/// <summary>Reads the words of a bracket, tail or album name: decoration, version, or part of the name.</summary>
internal static class SegmentWords
{
    private enum Role : byte
    {
        /// <summary>Not part of a phrase.</summary>
        Plain,

        /// <summary>A year or a small word, which does not count beside other words.</summary>
        Filler,

        /// <summary>Part of a decoration phrase that must not be beside plain words.</summary>
        Weak,

        /// <summary>Part of a phrase that makes everything decoration.</summary>
        Strong,

        /// <summary>Part of a version's name.</summary>
        Version,
    }

    /// <summary>
    /// Whether the words are a version or decoration. False if they are part of the song's name. A typing mistake in an unmistakable word
    /// is accepted.
    /// </summary>
    /// <param name="words">The words of the segment's key.</param>
    /// <param name="kinds">The version that they name. None for decoration.</param>
    /// <param name="qualifier">Receives the words that identify the version.</param>
    public static bool Read(scoped KeyWords words, out VersionKinds kinds, ref SpanList<char> qualifier)
        => ReadAsWritten(words, out kinds, ref qualifier) || ReadMended(words, out kinds, ref qualifier);

    private static bool ReadAsWritten(scoped KeyWords words, out VersionKinds kinds, ref SpanList<char> qualifier)
    {
        var list = new SpanList<Role>(stackalloc Role[TextNormalizer.UsualLength]);
        var roles = list.Extend(words.Count);
        roles.Clear();
        MarkDecoration(words, roles);
        kinds = MarkVersions(words, roles);
        var hasStrong = roles.Contains(Role.Strong);
        bool isUnderstood;
        if (kinds == VersionKinds.Named && hasStrong)
        {
            // "2011 remastered version" is a remaster, not a version.
            kinds = VersionKinds.None;
            isUnderstood = true;
        }
        else if (kinds != VersionKinds.None)
        {
            isUnderstood = true;
            for (var i = 0; i < words.Count; i++)
            {
                if (IsQualifier(words[i], roles[i], hasStrong))
                {
                    AddWord(ref qualifier, words[i]);
                }
            }
        }
        else if (hasStrong || (roles.Contains(Role.Weak) && !roles.Contains(Role.Plain)))
        {
            isUnderstood = true;
        }
        else if (words.Count == 1 && IsYear(words[0]))
        {
            // A year alone identifies a recording, as in "(1988)".
            kinds = VersionKinds.Named;
            isUnderstood = true;
            AddWord(ref qualifier, words[0]);
        }
        else
        {
            isUnderstood = false;
        }

        list.Dispose();
        return isUnderstood;
    }

    /// <summary>Whether the words are exactly one decoration phrase.</summary>
    public static bool IsDecoration(scoped KeyWords words) => DecorationAt(words, 0) is { } phrase && phrase.Words.Length == words.Count;

    /// <summary>Whether the word is a year of recorded music.</summary>
    public static bool IsYear(ReadOnlySpan<char> word)
        => word.Length == 4 && word[..2] is "19" or "20" && char.IsAsciiDigit(word[2]) && char.IsAsciiDigit(word[3]);

    // The number of words at the end of a name that are understood without a bracket or dash, and what they mean.
    private static (int Count, VersionKinds Kinds) ReadEnd(KeyWords words)
    {
        var last = words[words.Count - 1];
        if (words.Count >= 3 && IsYear(last) && words[words.Count - 2] is "remaster" or "remastered")
        {
            return (2, VersionKinds.None);
        }

        if (!MusicWords.MayEndName(last))
        {
            return (0, VersionKinds.None);
        }

        for (var start = Math.Max(1, words.Count - 3); start < words.Count; start++)
        {
            foreach (var phrase in MusicWords.PhrasesFrom(words[start]))
            {
                if (phrase.Bare && start + phrase.Words.Length == words.Count && words.HasAt(start, phrase.Words))
                {
                    // "2009 remaster": the year belongs to it.
                    var takesYear = phrase.TakesAll && start > 1 && IsYear(words[start - 1]);
                    return (phrase.Words.Length + (takesYear ? 1 : 0), phrase.Kinds);
                }
            }
        }

        return (0, VersionKinds.None);
    }

    /// <summary>The length of a name's key without version and decoration at its end, and what these mean.</summary>
    /// <param name="key">The key of the name.</param>
    /// <param name="kinds">The versions that the end names.</param>
    /// <param name="qualifier">Receives the words that identify the version.</param>
    /// <param name="addsQualifier">Whether they are added to it.</param>
    public static int LengthWithoutEnd(scoped ReadOnlySpan<char> key, out VersionKinds kinds, ref SpanList<char> qualifier, bool addsQualifier)
    {
        kinds = VersionKinds.None;
        var lastBlank = key.LastIndexOf(' ');
        var last = key[(lastBlank + 1)..];
        if (lastBlank < 0 || !(MusicWords.MayEndName(last) || IsYear(last) || key.IndexOf(" live ") >= 0))
        {
            return key.Length;
        }

        var starts = new SpanList<int>(stackalloc int[TextNormalizer.UsualLength / 2]);
        var words = KeyWords.Of(key, ref starts);
        var count = words.Count;
        for (var i = 1; i + 2 < count; i++)
        {
            if (words[i] is "live" && words[i + 1] is "at" or "from")
            {
                // Words after these at the end of a name say where it was played: "All Night Live at Wembley".
                kinds |= VersionKinds.Live;
                for (var place = i + 2; addsQualifier && place < words.Count; place++)
                {
                    if (!MusicWords.IsSmall(words[place]))
                    {
                        AddWord(ref qualifier, words[place]);
                    }
                }

                count = i;
            }
        }

        while (count > 1 && ReadEnd(words.First(count)) is { Count: > 0 } end)
        {
            kinds |= end.Kinds;
            count -= end.Count;
        }

        var length = words.First(count).Key.Length;
        starts.Dispose();
        return length;
    }

    private static bool ReadMended(scoped KeyWords words, out VersionKinds kinds, ref SpanList<char> qualifier)
    {
        var mended = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var starts = new SpanList<int>(stackalloc int[TextNormalizer.UsualLength / 4]);
        for (var i = 0; i < words.Count; i++)
        {
            AddMended(ref mended, words[i]);
        }

        kinds = VersionKinds.None;
        var isUnderstood = !mended.Items.SequenceEqual(words.Key) && ReadAsWritten(KeyWords.Of(mended.Items, ref starts), out kinds, ref qualifier);
        starts.Dispose();
        mended.Dispose();
        return isUnderstood;
    }

    private static void AddMended(ref SpanList<char> mended, scoped ReadOnlySpan<char> word)
    {
        const string Version = "version";
        if (word.Length < 5 || MusicWords.PhrasesFrom(word).Length > 0)
        {
            AddWord(ref mended, word);
        }
        else if (word.EndsWith(Version) && MusicWords.PhrasesFrom(word[..^Version.Length]).Length > 0)
        {
            // "Liveversion", "Pianoversion".
            AddWord(ref mended, word[..^Version.Length]);
            AddWord(ref mended, Version);
        }
        else
        {
            AddWord(ref mended, WithoutMistake(word));
        }
    }

    private static ReadOnlySpan<char> WithoutMistake(ReadOnlySpan<char> word)
    {
        foreach (var known in MusicWords.Unmistakable)
        {
            if (Math.Abs(known.Length - word.Length) <= 1 && Levenshtein.DistanceWithSwaps(word, known, 1) <= 1)
            {
                return known;
            }
        }

        return word;
    }

    private static void AddWord(ref SpanList<char> words, scoped ReadOnlySpan<char> word)
    {
        if (words.Count > 0)
        {
            words.Add(' ');
        }

        words.Append(word);
    }

    private static void MarkDecoration(scoped KeyWords words, Span<Role> roles)
    {
        for (var i = 0; i < words.Count; i++)
        {
            if (roles[i] != Role.Plain)
            {
                continue;
            }

            if (DecorationAt(words, i) is { } phrase && !IsLongerVersion(words, i, phrase))
            {
                roles.Slice(i, phrase.Words.Length).Fill(phrase.TakesAll ? Role.Strong : Role.Weak);
            }
            else if (IsYear(words[i]) || IsOrdinal(words[i]) || MusicWords.IsSmall(words[i]))
            {
                roles[i] = Role.Filler;
            }
        }
    }

    private static MusicWord? DecorationAt(KeyWords words, int i)
    {
        foreach (var phrase in MusicWords.PhrasesFrom(words[i]))
        {
            if (phrase.Kinds == VersionKinds.None && words.HasAt(i, phrase.Words))
            {
                return phrase;
            }
        }

        return null;
    }

    // "Single edit" is a version even though "single" alone is decoration.
    private static bool IsLongerVersion(KeyWords words, int i, MusicWord decoration)
    {
        foreach (var phrase in MusicWords.PhrasesFrom(words[i]))
        {
            if (phrase.Kinds != VersionKinds.None && phrase.Words.Length > decoration.Words.Length && words.HasAt(i, phrase.Words))
            {
                return true;
            }
        }

        return false;
    }

    private static VersionKinds MarkVersions(scoped KeyWords words, Span<Role> roles)
    {
        // Words only change from plain to version and never back, so the outermost plain words only move inwards.
        var kinds = VersionKinds.None;
        var firstPlain = 0;
        var lastPlain = words.Count - 1;
        for (var i = 0; i < words.Count; i++)
        {
            if (roles[i] is not (Role.Plain or Role.Filler))
            {
                continue;
            }

            foreach (var phrase in MusicWords.PhrasesFrom(words[i]))
            {
                if (phrase.Kinds == VersionKinds.None || !words.HasAt(i, phrase.Words))
                {
                    continue;
                }

                while (firstPlain < roles.Length && roles[firstPlain] != Role.Plain)
                {
                    firstPlain++;
                }

                while (lastPlain >= 0 && roles[lastPlain] != Role.Plain)
                {
                    lastPlain--;
                }

                if (!OpensSentence(words, i) && IsPlaced(phrase.Place, isFirst: firstPlain >= i, isLast: lastPlain < i + phrase.Words.Length))
                {
                    kinds |= phrase.Kinds;
                    roles.Slice(i, phrase.Words.Length).Fill(Role.Version);
                    break;
                }
            }
        }

        // "Live version", "acoustic ver.": the word "version" adds nothing to a kind already known.
        return kinds == VersionKinds.Named ? kinds : kinds & ~VersionKinds.Named;
    }

    // "(Live Your Life)", "(Take a Look Around)", "(Take Cover)", "(Concert of Angels)": a sentence that begins like a version.
    private static bool OpensSentence(scoped KeyWords words, int i)
        => i == 0 && words.Count > 1 && words[0] switch
        {
            "live" => words[1] is "your" or "my" or "our" or "her" or "his" or "their" or "to" or "it" or "like" or "let" or "forever" or "free" or "again"
                or "without" or "every" or "each" or "and" or "this" or "that" or "while" or "long" or "well",
            "take" => !char.IsAsciiDigit(words[1][0]) && words[1] is not ("one" or "two" or "three" or "four" or "five" or "six" or "seven" or "eight" or "nine" or "ten"),
            "concert" => words[1] is "of" or "for",
            _ => false,
        } || (i == 1 && words[0] is "take" && words[1] is "cover");

    private static bool IsPlaced(WordPlace place, bool isFirst, bool isLast)
        => place switch
        {
            WordPlace.Anywhere => true,
            WordPlace.Last => isLast,
            WordPlace.Edge => isFirst || isLast,
            WordPlace.Alone => isFirst && isLast,
        };

    private static bool IsQualifier(ReadOnlySpan<char> word, Role role, bool hasStrong)
        => (role == Role.Plain || (role == Role.Filler && !hasStrong && IsYear(word))) && !MusicWords.IsSmall(word);

    // "40th anniversary", "2nd edition".
    private static bool IsOrdinal(ReadOnlySpan<char> word)
        => word.Length >= 3 && char.IsAsciiDigit(word[0]) && word[^2..] is "st" or "nd" or "rd" or "th";
}
