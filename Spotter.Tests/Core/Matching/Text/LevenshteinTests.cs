using CsCheck;
using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching.Text;

public sealed class LevenshteinTests
{
    private static readonly Gen<string> Letters = Gen.Int[0, 4].Select(i => "abcéя"[i]).Array[0, 90].Select(letters => new string(letters));

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
        => Gen.Select(Letters, Letters).Sample((a, b) => Levenshtein.Distance(a, b) == Table(a, b), iter: 3000);

    [Fact]
    public void The_cut_off_changes_nothing_below_it()
        => Gen.Select(Letters, Letters, Gen.Int[0, 30]).Sample(
            (a, b, limit) => Table(a, b) is var exact && (exact <= limit ? Levenshtein.Distance(a, b, limit) == exact : Levenshtein.Distance(a, b, limit) > limit),
            iter: 3000);

    [Fact]
    public void Swaps_never_cost_more_and_at_most_halve()
        => Gen.Select(Letters, Letters).Sample(
            (a, b) => Levenshtein.DistanceWithSwaps(a, b) is var kind && Table(a, b) is var strict && kind <= strict && strict <= 2 * kind, iter: 1000);

    [Fact]
    public void The_short_cuts_to_similarity_lose_nothing_above_the_floor()
        => Gen.Select(Letters, Letters, Gen.Double[0, 1]).Sample(
            (a, b, floor) =>
            {
                var longest = Math.Max(a.Length, b.Length);
                var exact = longest == 0 ? 1 : 1 - ((double)Levenshtein.DistanceWithSwaps(a, b) / longest);
                var quick = Levenshtein.SimilarityWithSwaps(a, b, floor);
                return quick == exact || (quick == 0 && exact <= floor + 1e-9);
            },
            iter: 3000);

    private static int Table(string a, string b)
    {
        var table = new int[a.Length + 1, b.Length + 1];
        for (var i = 0; i <= a.Length; i++)
        {
            for (var j = 0; j <= b.Length; j++)
            {
                table[i, j] = i == 0 ? j
                    : j == 0 ? i
                    : Math.Min(Math.Min(table[i - 1, j] + 1, table[i, j - 1] + 1), table[i - 1, j - 1] + (a[i - 1] == b[j - 1] ? 0 : 1));
            }
        }

        return table[a.Length, b.Length];
    }
}
