using System.Buffers;
using System.Runtime.Intrinsics;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The distinct names of a library's artists, found by their letters: equal ones by hash, misspelt ones by their three-letter pieces.</summary>
internal sealed class ArtistNames
{
    /// <summary>Names this short must be equal.</summary>
    private const int ShortName = 4;

    /// <summary>Longer names are compared by their beginning: nobody mistypes beyond it alone.</summary>
    private const int LongestCompared = 64;

    private const byte MayBeMisspelt = 1;

    private readonly HashPostings _byHash;
    private readonly HashPostings _byPiece;
    private readonly char[] _letters;
    private readonly int[] _ends;
    private readonly Vector128<byte>[] _counts;
    private readonly byte[] _traits;

    private ArtistNames(HashPostings byHash, HashPostings byPiece, char[] letters, int[] ends, Vector128<byte>[] counts, byte[] traits)
    {
        _byHash = byHash;
        _byPiece = byPiece;
        _letters = letters;
        _ends = ends;
        _counts = counts;
        _traits = traits;
    }

    public int Count => _ends.Length;

    /// <summary>Adds the numbers of the names that are written like one of these credits.</summary>
    public void FindEqual(ArtistCredits wanted, List<int> found)
    {
        foreach (var name in wanted.Names)
        {
            Add(TextHash.OfCompact(name.Key), found);
            if (name.LatinKey is { } latin)
            {
                Add(TextHash.OfCompact(latin), found);
            }
        }

        if (wanted.Joined.Length > 0)
        {
            Add(HashOfJoined(wanted.Joined), found);
        }
    }

    /// <summary>Adds the numbers of the names that may be misspellings of one of these credits; all that the scorer would accept, and some more.</summary>
    public void FindAlike(ArtistCredits wanted, List<int> found)
    {
        foreach (var name in wanted.Names)
        {
            if (name.Part != ArtistNamePart.Joined)
            {
                FindAlike(FormOf(name), found);
            }
        }
    }

    private void Add(ulong hash, List<int> found)
    {
        foreach (var number in _byHash[hash])
        {
            if (!found.Contains(number))
            {
                found.Add(number);
            }
        }
    }

    private void FindAlike(string form, List<int> found)
    {
        if (form.Length <= ShortName || Count == 0)
        {
            return;
        }

        Span<ulong> pieces = stackalloc ulong[LongestCompared];
        pieces = pieces[..PiecesOf(form, pieces)];
        SortByFrequency(pieces);

        // A mistake spoils three pieces, a swap four. What is left must be among the rarest lists: the frequent ones need not be opened.
        var mistakes = Math.Max(1, form.Length / 4);
        var needed = Math.Max(1, pieces.Length - (3 * mistakes) - 1);
        var counts = LetterCounts.Of(form);
        var seen = ArrayPool<byte>.Shared.Rent(Count);
        seen.AsSpan(0, Count).Clear();
        foreach (var piece in pieces[..(pieces.Length - needed + 1)])
        {
            foreach (var number in _byPiece[piece])
            {
                if (seen[number] == 0)
                {
                    seen[number] = 1;
                    if (LetterCounts.Difference(counts, _counts[number]) <= (2 * mistakes) + 1
                        && Levenshtein.Distance(form, LettersOf(number), 2 * mistakes) <= 2 * mistakes
                        && !found.Contains(number))
                    {
                        found.Add(number);
                    }
                }
            }
        }

        ArrayPool<byte>.Shared.Return(seen);
    }

    private void SortByFrequency(Span<ulong> pieces)
    {
        Span<int> counts = stackalloc int[LongestCompared];
        for (var i = 0; i < pieces.Length; i++)
        {
            counts[i] = _byPiece[pieces[i]].MostCount;
        }

        counts[..pieces.Length].Sort(pieces);
    }

    private ReadOnlySpan<char> LettersOf(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _letters.AsSpan(start, _ends[number] - start);
    }

    // The form in which misspelt names are compared: Latin letters, without blanks.
    private static string FormOf(ArtistName name)
    {
        var canonical = Transliteration.Canonical(name.LatinKey ?? name.Key);
        var form = canonical.Contains(' ', StringComparison.Ordinal) ? canonical.Replace(" ", "", StringComparison.Ordinal) : canonical;
        return form.Length <= LongestCompared - 2 ? form : form[..(LongestCompared - 2)];
    }

    private static ulong HashOfJoined(string joined) => TextHash.Mix(TextHash.Of(joined) + 1);

    /// <summary>The distinct three-letter pieces, with a blank before and behind.</summary>
    private static int PiecesOf(ReadOnlySpan<char> form, Span<ulong> pieces)
    {
        var count = 0;
        for (var i = -1; i + 1 < form.Length; i++)
        {
            var first = i < 0 ? ' ' : form[i];
            var last = i + 2 < form.Length ? form[i + 2] : ' ';
            var piece = TextHash.Mix(((ulong)first << 32) | ((ulong)form[i + 1] << 16) | last);
            if (!pieces[..count].Contains(piece))
            {
                pieces[count++] = piece;
            }
        }

        return count;
    }

    /// <summary>Collects names; each has one number.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<ulong, int> _numbers = [];
        private readonly List<string> _forms = [];
        private readonly List<byte> _traits = [];
        private readonly HashPostings.Builder _extra = new(64);

        public int Count => _forms.Count;

        /// <summary>The number of a name, new or known.</summary>
        public int Add(ArtistName name)
        {
            var hash = TextHash.OfCompact(name.Key);
            if (!_numbers.TryGetValue(hash, out var number))
            {
                number = Add(hash, FormOf(name));
                if (name.LatinKey is { } latin)
                {
                    _extra.Add(TextHash.OfCompact(latin), number);
                }
            }

            if (name.Part != ArtistNamePart.Joined)
            {
                _traits[number] |= MayBeMisspelt;
            }

            return number;
        }

        /// <summary>The number of the words of a whole credit in alphabetical order.</summary>
        public int AddJoined(string joined)
        {
            var hash = HashOfJoined(joined);
            return _numbers.TryGetValue(hash, out var number) ? number : Add(hash, "");
        }

        public ArtistNames Build()
        {
            var letters = new char[_forms.Sum(form => form.Length)];
            var ends = new int[_forms.Count];
            var counts = new Vector128<byte>[_forms.Count];
            var pieces = new HashPostings.Builder(letters.Length + (2 * _forms.Count));
            Span<ulong> buffer = stackalloc ulong[LongestCompared];
            var end = 0;
            for (var i = 0; i < _forms.Count; i++)
            {
                var form = _forms[i];
                form.CopyTo(0, letters, end, form.Length);
                ends[i] = end += form.Length;
                if (form.Length > ShortName && (_traits[i] & MayBeMisspelt) != 0)
                {
                    counts[i] = LetterCounts.Of(form);
                    foreach (var piece in buffer[..PiecesOf(form, buffer)])
                    {
                        pieces.Add(piece, i);
                    }
                }
            }

            foreach (var (hash, number) in _numbers)
            {
                _extra.Add(hash, number);
            }

            return new(_extra.Build(), pieces.Build(), letters, ends, counts, [.. _traits]);
        }

        private int Add(ulong hash, string form)
        {
            var number = _forms.Count;
            _numbers.Add(hash, number);
            _forms.Add(form);
            _traits.Add(0);
            return number;
        }
    }
}
