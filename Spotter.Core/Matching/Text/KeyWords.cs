namespace Spotter.Core.Matching.Text;

/// <summary>The words of a key with their positions. A key has words separated by single blanks.</summary>
internal readonly ref struct KeyWords
{
    // The start of each word, and after them where another word would start.
    private readonly ReadOnlySpan<int> _starts;

    private KeyWords(ReadOnlySpan<char> key, ReadOnlySpan<int> starts)
    {
        Key = key;
        _starts = starts;
    }

    public ReadOnlySpan<char> Key { get; }

    public int Count => _starts.Length - 1;

    public ReadOnlySpan<char> this[int index] => Key[_starts[index]..(_starts[index + 1] - 1)];

    /// <summary>The position of a word in the key.</summary>
    public Range PlaceOf(int index) => _starts[index]..(_starts[index + 1] - 1);

    /// <summary>Finds the words. <paramref name="starts"/> stores their positions.</summary>
    public static KeyWords Of(ReadOnlySpan<char> key, ref SpanList<int> starts)
    {
        starts.Clear();
        starts.Add(0);
        for (var at = 0; at < key.Length;)
        {
            var blank = key[at..].IndexOf(' ');
            at = blank < 0 ? key.Length + 1 : at + blank + 1;
            starts.Add(at);
        }

        return new(key, starts.Items);
    }

    /// <summary>The first words, at least one.</summary>
    public KeyWords First(int count) => new(Key[..(_starts[count] - 1)], _starts[..(count + 1)]);

    /// <summary>Whether these words are here, one after the other.</summary>
    public bool HasAt(int index, ReadOnlySpan<string> words)
    {
        if (index + words.Length > Count)
        {
            return false;
        }

        for (var i = 0; i < words.Length; i++)
        {
            if (!this[index + i].SequenceEqual(words[i]))
            {
                return false;
            }
        }

        return true;
    }
}
