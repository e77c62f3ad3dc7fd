using System.Globalization;
using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>Prints the figures of an evaluation as tables.</summary>
internal static class EvaluationReport
{
    public static void Write(TextWriter output, int songs, IReadOnlyList<QueryOutcome> outcomes, int unlabelled)
    {
        output.WriteLine(Line($"{songs:N0} songs, {outcomes.Count:N0} queries{(unlabelled > 0 ? Line($", and {unlabelled:N0} without \"expected\", which are not counted") : "")}"));
        output.WriteLine();
        WriteFigures(output, outcomes);
        WriteTiers(output, outcomes);
        WriteTimes(output, outcomes);
        WriteBands(output, outcomes);
    }

    private static void WriteFigures(TextWriter output, IReadOnlyList<QueryOutcome> outcomes)
    {
        output.WriteLine(
            $"{"",-28}{"queries",8}{"precision",11}{"recall",9}{"F1",9}{"absent",8}{"false",9}{"review",9}{"shown",9}");
        WriteRow("all", outcomes);
        foreach (var category in outcomes.Where(outcome => outcome.Category is not null).GroupBy(outcome => outcome.Category!).OrderBy(group => group.Key, StringComparer.Ordinal))
        {
            WriteRow(category.Key, [.. category]);
        }

        output.WriteLine("""
            precision: right of what was written; recall: written rightly of what exists; absent: queries for which nothing may be written;
            false: of those, written all the same; review: asked about; shown: of what exists and is asked about, right song among the candidates
            """);
        output.WriteLine();

        void WriteRow(string name, IReadOnlyList<QueryOutcome> of)
        {
            var figures = new OutcomeFigures(of);
            output.WriteLine(Line(
                $"{Cut(name, 27),-28}{figures.Queries,8}{Share(figures.Precision),11}{Share(figures.Recall),9}{Share(figures.F1),9}{figures.Unanswerable,8}{Share(figures.FalseMatches),9}{Share(figures.InReview),9}{Share(figures.RightInReview),9}"));
        }
    }

    private static void WriteTiers(TextWriter output, IReadOnlyList<QueryOutcome> outcomes)
    {
        foreach (var zone in new[] { MatchZone.Auto, MatchZone.Review })
        {
            var tiers = Enum.GetValues<MatchTier>().Select(tier => Line($"{ResultLine.NameOf(tier)} {outcomes.Count(outcome => outcome.Zone == zone && outcome.Tier == tier):N0}"));
            output.WriteLine($"tiers, {(zone == MatchZone.Auto ? "written" : "review ")}: {string.Join(" · ", tiers)}");
        }

        output.WriteLine();
    }

    private static void WriteTimes(TextWriter output, IReadOnlyList<QueryOutcome> outcomes)
    {
        var times = outcomes.Select(outcome => outcome.Elapsed.TotalMicroseconds).Order().ToArray();
        if (times.Length > 0)
        {
            output.WriteLine(Line($"time per query: median {At(0.5):N0} µs, p99 {At(0.99):N0} µs"));
            output.WriteLine();
        }

        double At(double share) => times[Math.Min(times.Length - 1, (int)Math.Ceiling(share * times.Length) - 1)];
    }

    private static void WriteBands(TextWriter output, IReadOnlyList<QueryOutcome> outcomes)
    {
        output.WriteLine($"{"confidence",-14}{"count",8}{"right",9}   95 % interval");
        foreach (var band in ConfidenceBand.Of(outcomes))
        {
            var (low, high) = band.Interval;
            output.WriteLine(Line($"{band.From:0.00} to {band.To:0.00}  {band.Count,8}{Share(band.ShareRight),9}   {low:0.0000} to {high:0.0000}"));
        }
    }

    private static string Cut(string name, int length) => name.Length <= length ? name : name[..length];

    private static string Share(double? share) => share is { } value ? value.ToString("0.0000", CultureInfo.InvariantCulture) : "–";

    private static string Line(FormattableString text) => text.ToString(CultureInfo.InvariantCulture);
}
