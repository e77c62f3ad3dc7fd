using CsCheck;
using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Targets;

public sealed class ListDiffTests
{
    [Theory]
    [InlineData("nothing differs", "abc", "abc", "", "", "")]
    [InlineData("one comes in the middle", "ac", "abc", "b", "", "")]
    [InlineData("one goes", "abc", "ac", "", "b", "")]
    [InlineData("the last moves to the front", "abcd", "dabc", "", "", "d")]
    [InlineData("the first moves to the end", "abcd", "bcda", "", "", "a")]
    [InlineData("a repeated song is counted as often as it stands", "aab", "ab", "", "a", "")]
    [InlineData("a song that comes twice comes twice", "b", "aba", "aa", "", "")]
    [InlineData("everything goes", "abc", "", "", "abc", "")]
    [InlineData("everything comes", "", "abc", "abc", "", "")]
    [InlineData("all three at once", "abcde", "ecdaf", "f", "b", "ea")]
    public void The_difference_names_what_came_went_and_moved(string why, string before, string after, string added, string removed, string moved)
    {
        var diff = TargetDiff.Between(Letters(before), Letters(after));

        Assert.Equal(Letters(added), diff.Added);
        Assert.Equal(Letters(removed), diff.Removed);
        Assert.True(Letters(moved).SequenceEqual(diff.Moved), $"{why}: moved {string.Concat(diff.Moved)}");
    }

    [Theory]
    [InlineData("abc", "abc", true)]
    [InlineData("abc", "abcd", false)]
    [InlineData("abc", "ab", false)]
    [InlineData("abc", "cab", false)]
    public void Nothing_differs_only_where_nothing_came_went_or_moved(string before, string after, bool isEmpty)
        => Assert.Equal(isEmpty, TargetDiff.Between(Letters(before), Letters(after)).IsEmpty);

    [Fact]
    public void Kept_and_added_make_the_new_list_and_kept_and_removed_the_old_one()
        => Gen.Select(Gen.String["abcdef"], Gen.String["abcdef"]).Sample((before, after) =>
        {
            var diff = ListDiff.Between(Letters(before), Letters(after));
            Assert.Equal(Enumerable.Range(0, after.Length), diff.Kept.Select(pair => pair.After).Concat(diff.Added).Order());
            Assert.Equal(Enumerable.Range(0, before.Length), diff.Kept.Select(pair => pair.Before).Concat(diff.Removed).Order());
            Assert.All(diff.Kept, pair => Assert.Equal(before[pair.Before], after[pair.After]));
            var stayed = diff.Kept.Where(pair => !diff.Moved.Contains(pair.After)).Select(pair => pair.Before).ToList();
            Assert.Equal(stayed.Order(), stayed);
            Assert.Equal(LongestRising([.. diff.Kept.Select(pair => pair.Before)]), stayed.Count);
        });

    /// <summary>The length of the longest part that rises, in the plain way: for each place, the best before it and one more.</summary>
    private static int LongestRising(int[] numbers)
    {
        var best = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            best[i] = 1 + Enumerable.Range(0, i).Where(before => numbers[before] < numbers[i]).Select(before => best[before]).DefaultIfEmpty().Max();
        }

        return best.DefaultIfEmpty().Max();
    }

    private static string[] Letters(string text) => [.. text.Select(letter => letter.ToString())];
}
