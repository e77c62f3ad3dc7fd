using CsCheck;
using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class LevenshteinTests
{
    // Includes letters that share an entry in a table of 128: "a", "š", "ǡ".
    private static readonly Gen<string> Letters = Gen.Int[0, 7].Select(i => "abcéяšǡ藤"[i]).Array[0, 160].Select(letters => new string(letters));

    private static readonly Gen<string> Edits = Gen.Int[0, 2].Select(i => "abя"[i]).Array[0, 3].Select(letters => new string(letters));

    // Unrelated texts, and similar ones with pieces moved, cut or mistyped.
    private static readonly Gen<(string A, string B)> Pairs = Gen.OneOf(
        Gen.Select(Letters, Letters),
        Gen.Select(Letters, Gen.Select(Gen.Int[0, 200], Gen.Int[0, 3], Edits).Array[0, 6])
            .Select((text, edits) => (text, edits.Aggregate(text, (copy, edit) => Edited(copy, edit.Item1, edit.Item2, edit.Item3)))));

    [Theory]
    [InlineData("", "", 0)]
    [InlineData("", "abc", 3)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("lantern", "lantren", 2)]
    [InlineData("камин", "калин", 1)]
    public void Counts_edits(string a, string b, int distance) => Assert.Equal(distance, Levenshtein.Distance(a, b));

    [Theory]
    [InlineData("lantern", "lantren", 1)]
    [InlineData("kitten", "sitting", 3)]
    [InlineData("ab", "ba", 1)]
    [InlineData("", "ab", 2)]
    public void Counts_an_exchange_once(string a, string b, int distance) => Assert.Equal(distance, Levenshtein.DistanceWithSwaps(a, b));

    [Fact]
    public void The_fast_way_counts_as_the_plain_table_does()
        => Pairs.Sample((a, b) => Levenshtein.Distance(a, b) == Table(a, b, withSwaps: false), iter: 3000);

    [Fact]
    public void Our_way_and_that_of_the_package_count_alike()
        => Pairs.Sample((a, b) => Levenshtein.Distance(a, b, int.MaxValue) == Levenshtein.Distance(a, b), iter: 3000);

    [Fact]
    public void So_it_does_where_neighbours_may_be_exchanged()
        => Pairs.Sample((a, b) => Levenshtein.DistanceWithSwaps(a, b) == Table(a, b, withSwaps: true), iter: 3000);

    [Fact]
    public void The_cut_off_changes_nothing_below_it()
        => Gen.Select(Pairs, Gen.Int[0, 60], Gen.Bool).Sample(
            (pair, limit, withSwaps) =>
            {
                var (a, b) = pair;
                var exact = Table(a, b, withSwaps);
                var found = withSwaps ? Levenshtein.DistanceWithSwaps(a, b, limit) : Levenshtein.Distance(a, b, limit);
                return exact <= limit ? found == exact : found > limit;
            },
            iter: 3000);

    [Fact]
    public void It_is_as_far_from_here_to_there_as_back()
        => Pairs.Sample(
            (a, b) => Levenshtein.Distance(a, b) == Levenshtein.Distance(b, a) && Levenshtein.DistanceWithSwaps(a, b) == Levenshtein.DistanceWithSwaps(b, a),
            iter: 2000);

    [Fact]
    public void A_detour_is_never_shorter()
        => Gen.Select(Pairs, Letters).Sample(
            (pair, c) => Levenshtein.Distance(pair.A, pair.B) <= Levenshtein.Distance(pair.A, c) + Levenshtein.Distance(c, pair.B), iter: 2000);

    [Fact]
    public void Swaps_never_cost_more_and_at_most_halve()
        => Pairs.Sample(
            (a, b) => Levenshtein.DistanceWithSwaps(a, b) is var kind && Levenshtein.Distance(a, b) is var strict && kind <= strict && strict <= 2 * kind,
            iter: 2000);

    [Fact]
    public void Texts_as_long_as_books_are_compared_where_few_mistakes_are_allowed()
    {
        var book = string.Concat(Enumerable.Range(0, 200_000).Select(i => (char)('a' + (i * 7 % 23))));
        var copy = "x" + book[..70_000] + book[70_001] + book[70_000] + book[70_002..];

        Assert.Equal(2, Levenshtein.DistanceWithSwaps(book, copy, 5));
        Assert.Equal(3, Levenshtein.Distance(book, copy, 5));
        Assert.True(Levenshtein.Distance(book, new string(book.Reverse().ToArray()), 5) > 5);
    }

    [Fact]
    public void The_short_cuts_to_similarity_lose_nothing_above_the_floor()
        => Gen.Select(Pairs, Gen.Double[0, 1]).Sample(
            (pair, floor) =>
            {
                var (a, b) = pair;
                var longest = Math.Max(a.Length, b.Length);
                var exact = longest == 0 ? 1 : 1 - ((double)Levenshtein.DistanceWithSwaps(a, b) / longest);
                var quick = Levenshtein.SimilarityWithSwaps(a, b, floor);
                return quick == exact || (quick == 0 && exact <= floor + 1e-9);
            },
            iter: 3000);

    [Theory]
    [InlineData("kitten", "sitting", 0, 0.571429)]
    [InlineData("kitten", "sitting", 0.5, 0.571429)]
    [InlineData("kitten", "sitting", 0.6, 0)]
    [InlineData("abcde", "abcdf", 0.8, 0.8)]
    [InlineData("abcd", "abce", 0.8, 0)]
    [InlineData("abc", "abc", 0.9, 1)]
    [InlineData("", "", 0.9, 1)]
    [InlineData("", "abc", 0, 0)]
    public void Similarity_is_the_share_of_letters_without_a_mistake_and_nothing_below_the_floor(string a, string b, double floor, double similarity)
    {
        Assert.Equal(similarity, Levenshtein.Similarity(a, b, floor), 6);
        Assert.Equal(similarity, Levenshtein.Similarity(b, a, floor), 6);
        Assert.Equal(similarity, Levenshtein.SimilarityWithSwaps(a, b, floor), 6);
    }

    private static string Edited(string text, int at, int length, string with)
    {
        at = Math.Min(at, text.Length);
        length = Math.Min(length, text.Length - at);
        return length == 2 && with.Length == 2
            ? text[..at] + text[at + 1] + text[at] + text[(at + 2)..]
            : text[..at] + with + text[(at + length)..];
    }

    private static int Table(string a, string b, bool withSwaps)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
                if (withSwaps && i > 1 && j > 1 && a[i - 1] == b[j - 2] && a[i - 2] == b[j - 1])
                {
                    table[i, j] = Math.Min(table[i, j], table[i - 2, j - 2] + 1);
                }
            }
        }

        return table[a.Length, b.Length];
    }
}
