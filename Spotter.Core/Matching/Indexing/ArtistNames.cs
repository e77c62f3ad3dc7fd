using System.Runtime.Intrinsics;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Indexing;

/// <summary>The distinct artist names of a library, found by their letters: equal ones by hash, misspelt ones by their n-grams.</summary>
internal sealed class ArtistNames
{
    /// <summary>Names up to this length must be equal.</summary>
    private const int ShortName = 4;

    // Longer names are compared by their beginning, since mistakes are never only beyond it. This is the number of its n-grams, with a
    // blank before and after it.
    private const int MostPieces = NamePieces.Longest + 2;

    /// <summary>If more names are similar, only the nearest are taken: no misspelling has that many readings.</summary>
    private const int MostAlike = 24;

    /// <summary>The number of entries one name may lead to. Beyond this, its n-grams say nothing.</summary>
    private const int MostSeen = 20_000;

    /// <summary>Names up to this length are cut into trigrams, longer ones into 4-grams: a mistake must leave an n-gram intact, and an
    /// n-gram must be distinctive.</summary>
    private const int LongestOfThrees = 6;

    private readonly HashPostings _byHash;
    private readonly NamePieces _byPiece;
    private readonly char[] _letters;
    private readonly int[] _ends;
    private readonly Vector128<byte>[] _counts;

    private ArtistNames(HashPostings byHash, NamePieces byPiece, char[] letters, int[] ends, Vector128<byte>[] counts)
    {
        _byHash = byHash;
        _byPiece = byPiece;
        _letters = letters;
        _ends = ends;
        _counts = counts;
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

    /// <summary>Adds the numbers of the names that may be misspellings of one of these credits: all that the scorer would accept, and some
    /// more.</summary>
    public void FindAlike(ArtistCredits wanted, List<int> found)
    {
        foreach (var name in wanted.Names)
        {
            if (name.Part == ArtistNamePart.Joined)
            {
                continue;
            }

            var (form, plain) = (FormOf(name), Compact(name.LatinKey ?? name.Key));
            FindAlike(form, found);
            if (plain != form && MistakesIn(plain.Length) == 1)
            {
                // A short name may have only one mistake. One that makes "ou" of "osu" would count twice if "ou" is written as "u".
                FindAlike(plain, found);
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
        if (form.Length <= ShortName)
        {
            return;
        }

        Span<ulong> pieces = stackalloc ulong[MostPieces];
        pieces = pieces[..PiecesOf(form, form.Length <= LongestOfThrees ? 3 : 4, pieces)];
        SortByFrequency(pieces);

        // A mistake breaks four n-grams, a swap five. An intact one must be among the rarest, so that the longest lists need not be read.
        var needed = Math.Max(1, pieces.Length - (4 * MistakesIn(form.Length)) - 1);
        var counts = LetterCounts.Of(form);
        var longest = LongestAlike(form.Length);
        var mostApart = 2 * MistakesIn(longest);
        var lengths = (form.Length - MistakesIn(form.Length))..(longest + 1);
        var alike = new List<(int Distance, int Number)>();
        var seen = 0;
        foreach (var piece in pieces[..(pieces.Length - needed + 1)])
        {
            seen += _byPiece.CountOf(piece);
            if (seen > MostSeen)
            {
                break;
            }

            foreach (var number in _byPiece.Find(piece, counts, lengths, mostApart))
            {
                var apart = LetterCounts.Difference(counts, _counts[number]);
                if (apart > mostApart)
                {
                    continue;
                }

                var letters = LettersOf(number);
                var most = 2 * MistakesIn(Math.Max(form.Length, letters.Length));
                if (apart <= most && !found.Contains(number) && !Holds(alike, number)
                    && Levenshtein.Distance(form, letters, most) is var distance && distance <= most)
                {
                    alike.Add((distance, number));
                }
            }
        }

        if (alike.Count > MostAlike)
        {
            // Equal distances are ordered by the letters, since a name's number depends on the order of the library.
            alike.Sort((a, b) => a.Distance != b.Distance ? a.Distance.CompareTo(b.Distance) : LettersOf(a.Number).SequenceCompareTo(LettersOf(b.Number)));
            alike.RemoveRange(MostAlike, alike.Count - MostAlike);
        }

        foreach (var (_, number) in alike)
        {
            found.Add(number);
        }
    }

    private static bool Holds(List<(int Distance, int Number)> alike, int number)
    {
        foreach (var known in alike)
        {
            if (known.Number == number)
            {
                return true;
            }
        }

        return false;
    }

    // Equal frequencies are ordered by the n-grams themselves: the order of the library must not matter.
    private void SortByFrequency(Span<ulong> pieces)
    {
        pieces.Sort();
        Span<long> counts = stackalloc long[MostPieces];
        for (var i = 0; i < pieces.Length; i++)
        {
            counts[i] = ((long)_byPiece.CountOf(pieces[i]) << 8) | (uint)i;
        }

        counts[..pieces.Length].Sort(pieces);
    }

    // As many as the comparison of artists allows. A swap of neighbours is one mistake there, and counts as two here.
    private static int MistakesIn(int length) => Math.Max(1, (length + 1) / 5);

    // A longer name may have more mistakes.
    private static int LongestAlike(int length)
    {
        var longest = length;
        while (longest + 1 - length <= MistakesIn(longest + 1))
        {
            longest++;
        }

        return longest;
    }

    private ReadOnlySpan<char> LettersOf(int number)
    {
        var start = number == 0 ? 0 : _ends[number - 1];
        return _letters.AsSpan(start, _ends[number] - start);
    }

    // The form in which misspelt names are compared: Latin letters without blanks.
    private static string FormOf(ArtistName name) => Compact(Transliteration.Canonical(name.LatinKey ?? name.Key));

    private static string Compact(string key)
    {
        var compact = key.Contains(' ', StringComparison.Ordinal) ? key.Replace(" ", "", StringComparison.Ordinal) : key;
        return compact.Length <= NamePieces.Longest ? compact : compact[..NamePieces.Longest];
    }

    private static ulong HashOfJoined(string joined) => TextHash.Mix(TextHash.Of(joined) + 1);

    /// <summary>The distinct n-grams of this size, with a blank before and after the name.</summary>
    private static int PiecesOf(ReadOnlySpan<char> form, int size, Span<ulong> pieces)
    {
        var count = 0;
        for (var start = -1; start + size <= form.Length + 1; start++)
        {
            var piece = (ulong)size;
            for (var i = start; i < start + size; i++)
            {
                piece = TextHash.Mix(piece ^ (i < 0 || i >= form.Length ? ' ' : form[i]));
            }

            if (!pieces[..count].Contains(piece))
            {
                pieces[count++] = piece;
            }
        }

        return count;
    }

    /// <summary>Collects names and numbers them.</summary>
    internal sealed class Builder
    {
        private readonly Dictionary<ulong, int> _numbers = [];
        private readonly List<string> _forms = [];
        private readonly List<bool> _mayBeMisspelt = [];
        private readonly HashPostings.Builder _extra = new(64);
        private readonly NamePieces.Builder _pieces = new();

        public int Count => _forms.Count;

        /// <summary>The number of a name, new or known.</summary>
        public int Add(ArtistName name, bool mayBeMisspelt = true)
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

            _mayBeMisspelt[number] |= mayBeMisspelt && name.Part != ArtistNamePart.Joined;

            return number;
        }

        /// <summary>The number of a known name, or null.</summary>
        public int? Find(ArtistName name) => _numbers.TryGetValue(TextHash.OfCompact(name.Key), out var number) ? number : null;

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
            var lengths = new int[_forms.Count];
            var counts = new Vector128<byte>[_forms.Count];
            var end = 0;
            for (var i = 0; i < _forms.Count; i++)
            {
                var form = _forms[i];
                form.CopyTo(0, letters, end, form.Length);
                ends[i] = end += form.Length;
                lengths[i] = form.Length;
                counts[i] = LetterCounts.Of(form);
            }

            var byLength = Grouping.Of(lengths, NamePieces.Longest + 1);
            for (var length = ShortName + 1; length <= NamePieces.Longest; length++)
            {
                foreach (var number in byLength[length])
                {
                    if (_mayBeMisspelt[number])
                    {
                        AddPieces(_forms[number], counts[number], number);
                    }
                }
            }

            foreach (var (hash, number) in _numbers)
            {
                _extra.Add(hash, number);
            }

            return new(_extra.Build(), _pieces.Build(), letters, ends, counts);
        }

        // A name of borderline length is cut both ways: a name that is looked for may be one letter shorter or longer.
        private void AddPieces(string form, Vector128<byte> counts, int number)
        {
            Span<ulong> pieces = stackalloc ulong[MostPieces];
            for (var size = 3; size <= 4; size++)
            {
                if (size == 3 ? form.Length <= LongestOfThrees + 1 : form.Length >= LongestOfThrees)
                {
                    foreach (var piece in pieces[..PiecesOf(form, size, pieces)])
                    {
                        _pieces.Add(piece, counts, form.Length, number);
                    }
                }
            }
        }

        private int Add(ulong hash, string form)
        {
            var number = _forms.Count;
            _numbers.Add(hash, number);
            _forms.Add(form);
            _mayBeMisspelt.Add(false);
            return number;
        }
    }
}
