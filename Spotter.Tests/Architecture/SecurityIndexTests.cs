using System.Globalization;
using System.Text.RegularExpressions;
using Spotter.Tests.Support;

namespace Spotter.Tests.Architecture;

/// <summary>The index of security points is complete.</summary>
public sealed partial class SecurityIndexTests
{
    [Fact]
    public void Every_point_of_level_1_and_2_stands_in_the_index_once()
    {
        // Ids and levels of ASVS 5.0.0, without those of level 3.
        var points = File.ReadLines(Path.Combine(AppContext.BaseDirectory, "Data", "asvs-5.0.0.txt")).Select(line => line.Split(' ')[0]).ToList();
        Assert.Equal(253, points.Count);
        var indexed = Index().SelectMany(row => PointsOf(row.Points)).ToList();

        Rule.HasNoException(points.Except(indexed).Select(point => $"{point} is missing")
            .Concat(indexed.Except(points).Select(point => $"{point} is no point of these levels"))
            .Concat(indexed.GroupBy(point => point).Where(group => group.Count() > 1).Select(group => $"{group.Key} stands there {group.Count()} times")));
    }

    [Fact]
    public void Every_point_has_a_test_or_a_reason()
        => Rule.HasNoException(Index().Where(row => row.Reason.Length < 8).Select(row => row.Points));

    /// <summary>The rows, each with everything that is written about its points.</summary>
    private static IEnumerable<(string Points, string Reason)> Index()
        => Row().Matches(File.ReadAllText(Path.Combine(Repository.Root, "docs", "security.md"))).Select(row => (row.Groups["points"].Value, row.Groups["reason"].Value.Trim(' ', '|')));

    private static IEnumerable<string> PointsOf(string cell) => cell.Split(", ").SelectMany(part =>
    {
        if (part.Split(" to ") is not [var first, var last])
        {
            return [part];
        }

        var section = first[..(first.LastIndexOf('.') + 1)];
        var (from, to) = (int.Parse(first.AsSpan(section.Length), CultureInfo.InvariantCulture), int.Parse(last.AsSpan(section.Length), CultureInfo.InvariantCulture));
        return Enumerable.Range(from, to - from + 1).Select(number => section + number.ToString(CultureInfo.InvariantCulture));
    });

    [GeneratedRegex(@"^\| (?<points>[0-9][0-9., to]*) \|(?<reason>.*)$", RegexOptions.Multiline)]
    private static partial Regex Row();
}
