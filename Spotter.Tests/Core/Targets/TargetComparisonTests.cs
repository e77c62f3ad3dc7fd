using CsCheck;
using Spotter.Core.Targets;

namespace Spotter.Tests.Core.Targets;

public sealed class TargetComparisonTests
{
    // A letter is a song, and a question mark a track without one. "=" is the same, "~" out of order, "-" not on the server, "?" unmatched, "+" extra.
    [Theory]
    [InlineData("nothing differs", "abc", "abc", "=a =b =c")]
    [InlineData("both are empty", "", "", "")]
    [InlineData("nothing is on the server yet", "ab?", "", "-a -b ??")]
    [InlineData("the source is empty", "", "xy", "+x +y")]
    [InlineData("an extra row stays behind the one it follows", "abc", "abxc", "=a =b +x =c")]
    [InlineData("one at the top stays at the top", "ab", "xab", "+x =a =b")]
    [InlineData("two extra rows keep their order", "ab", "axyb", "=a +x +y =b")]
    [InlineData("an extra row does not follow one that is out of order", "abcd", "dxabc", "+x =a =b =c ~d")]
    [InlineData("a track without a song is in its place", "a?b", "ab", "=a ?? =b")]
    [InlineData("one went to the end", "abcd", "bcda", "~a =b =c =d")]
    [InlineData("a song that is wanted twice and there once", "aba", "ab", "=a =b -a")]
    [InlineData("a song that is there once too often", "ab", "aba", "=a =b +a")]
    [InlineData("all at once", "a?bcd", "dxabe", "+x =a ?? =b +e -c ~d")]
    public void Each_row_of_both_sides_is_shown_once_where_one_looks_for_it(string why, string wanted, string found, string rows)
        => Assert.True(Say(wanted, found) == rows, $"{why}: {Say(wanted, found)}");

    [Fact]
    public void Whatever_both_sides_hold_every_row_is_there_once_and_as_few_as_possible_are_out_of_order()
        => Gen.Select(Gen.String["abcdef?"], Gen.String["abcdef"]).Sample((wanted, found) =>
        {
            var rows = Compare(wanted, found).Rows;

            Assert.Equal(Enumerable.Range(0, wanted.Length), rows.Where(row => row.Source is not null).Select(row => row.Source!.Value));
            Assert.Equal(Enumerable.Range(0, found.Length), rows.Where(row => row.Server is not null).Select(row => row.Server!.Value).Order());
            Assert.All(rows, row => Assert.Equal(KindOf(row, wanted), row.Kind == ComparedKind.OutOfOrder ? ComparedKind.Same : row.Kind));
            Assert.All(rows.Where(row => row is { Source: not null, Server: not null }), row => Assert.Equal(wanted[row.Source!.Value], found[row.Server!.Value]));

            // What is neither out of order nor missing stands on the server in the order that is shown.
            var inOrder = rows.Where(row => row.Kind is ComparedKind.Same).Select(row => row.Server!.Value).ToList();
            Assert.Equal(inOrder.Order(), inOrder);
            var both = rows.Where(row => row is { Source: not null, Server: not null }).Select(row => row.Server!.Value).ToArray();
            Assert.Equal(LongestRising(both), inOrder.Count);
            var extra = rows.Where(row => row.Kind is ComparedKind.Extra or ComparedKind.Same).Select(row => row.Server!.Value).ToList();
            Assert.Equal(extra.Order(), extra);
        });

    [Fact]
    public void Ten_thousand_rows_in_reverse_are_compared_and_all_but_one_are_out_of_order()
    {
        string?[] wanted = [.. Enumerable.Range(0, 10_000).Select(i => $"s{i}")];

        var comparison = TargetComparison.Of(wanted, [.. wanted.Reverse().Select(id => id!)]);

        Assert.Equal(9_999, comparison.Count(ComparedKind.OutOfOrder));
        Assert.Equal(1, comparison.Count(ComparedKind.Same));
    }

    private static ComparedKind KindOf(ComparedRow row, string wanted) => row switch
    {
        { Source: null } => ComparedKind.Extra,
        { Server: not null } => ComparedKind.Same,
        { Source: { } source } => wanted[source] == '?' ? ComparedKind.Unmatched : ComparedKind.NotThere,
    };

    private static TargetComparison Compare(string wanted, string found)
        => TargetComparison.Of([.. wanted.Select(letter => letter == '?' ? null : letter.ToString())], [.. found.Select(letter => letter.ToString())]);

    private static string Say(string wanted, string found) => string.Join(' ', Compare(wanted, found).Rows.Select(row => row.Kind switch
    {
        ComparedKind.Same => "=",
        ComparedKind.OutOfOrder => "~",
        ComparedKind.NotThere => "-",
        ComparedKind.Unmatched => "?",
        _ => "+",
    } + (row.Source is { } source ? wanted[source] : found[row.Server!.Value])));

    /// <summary>The length of the longest part that rises, in the plain way: for each place, the best before it and one more.</summary>
    private static int LongestRising(int[] numbers)
    {
        var best = new int[numbers.Length];
        for (var i = 0; i < numbers.Length; i++)
        {
            best[i] = 1 + Enumerable.Range(0, i).Where(j => numbers[j] < numbers[i]).Select(j => best[j]).DefaultIfEmpty().Max();
        }

        return best.DefaultIfEmpty().Max();
    }
}
