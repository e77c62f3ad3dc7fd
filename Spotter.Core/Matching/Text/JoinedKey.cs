namespace Spotter.Core.Matching.Text;

/// <summary>The key of all credits together. It does not depend on their order or on how they are joined.</summary>
internal static class JoinedKey
{
    /// <summary>The words in alphabetical order, each once, without words that only join names.</summary>
    /// <param name="keys">The keys of the credits, one after the other.</param>
    /// <param name="names">The names. If the key equals that of the first name, the same string is returned.</param>
    public static string Of(ReadOnlySpan<char> keys, List<ArtistName> names)
    {
        var starts = new SpanList<int>(stackalloc int[TextNormalizer.UsualLength / 4]);
        var words = KeyWords.Of(keys, ref starts);
        var sorted = new SpanList<Range>(stackalloc Range[TextNormalizer.UsualLength / 4]);
        for (var i = 0; i < words.Count; i++)
        {
            if (words[i] is not ("and" or "the" or "feat" or "ft" or "featuring" or "x" or "with" or "und" or "et" or "og" or "och" or "en" or "y" or "e" or "i" or "и"))
            {
                sorted.Add(words.PlaceOf(i));
            }
        }

        Sort(sorted.Writable, keys);
        var joined = new SpanList<char>(stackalloc char[TextNormalizer.UsualLength]);
        var before = default(ReadOnlySpan<char>);
        foreach (var place in sorted.Items)
        {
            var word = keys[place];
            if (!word.SequenceEqual(before))
            {
                if (joined.Count > 0)
                {
                    joined.Add(' ');
                }

                joined.Append(word);
                before = word;
            }
        }

        // Usually one name of one word, so that this is the name's key.
        var key = joined.Count == 0 ? "" : joined.Items.SequenceEqual(names[0].Key) ? names[0].Key : joined.Items.ToString();
        joined.Dispose();
        sorted.Dispose();
        starts.Dispose();
        return key;
    }

    // Insertion sort, since a credit has few words. A line as long as a book is sorted as strings.
    private static void Sort(Span<Range> places, ReadOnlySpan<char> keys)
    {
        if (places.Length > 64)
        {
            var words = new string[places.Length];
            for (var i = 0; i < words.Length; i++)
            {
                words[i] = keys[places[i]].ToString();
            }

            words.AsSpan().Sort(places, StringComparer.Ordinal.Compare);
            return;
        }

        for (var i = 1; i < places.Length; i++)
        {
            var place = places[i];
            var at = i;
            for (; at > 0 && keys[place].SequenceCompareTo(keys[places[at - 1]]) < 0; at--)
            {
                places[at] = places[at - 1];
            }

            places[at] = place;
        }
    }
}
