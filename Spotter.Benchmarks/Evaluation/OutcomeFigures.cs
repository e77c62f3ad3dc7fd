using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The figures of many outcomes. A share of nothing is null.</summary>
internal sealed class OutcomeFigures(IReadOnlyCollection<QueryOutcome> outcomes)
{
    public int Queries { get; } = outcomes.Count;

    /// <summary>The share of automatic matches that are right.</summary>
    public double? Precision => Share(Right, Automatic);

    /// <summary>The share of queries with an existing song for which a right one was written.</summary>
    public double? Recall => Share(Right, Answerable);

    public double? F1 => Precision is { } p && Recall is { } r && p + r > 0 ? 2 * p * r / (p + r) : null;

    /// <summary>The number of queries without a right song.</summary>
    public int Unanswerable => Queries - Answerable;

    /// <summary>The share of those queries for which something was written anyway.</summary>
    public double? FalseMatches => Share(outcomes.Count(outcome => outcome is { Zone: MatchZone.Auto, HasAnswer: false }), Unanswerable);

    public double? InReview => Share(outcomes.Count(outcome => outcome.Zone == MatchZone.Review), Queries);

    /// <summary>The share of queries in review with an existing song that show a right one among the candidates.</summary>
    public double? RightInReview => Share(
        outcomes.Count(outcome => outcome is { Zone: MatchZone.Review, HasAnswer: true, ShowsRight: true }),
        outcomes.Count(outcome => outcome is { Zone: MatchZone.Review, HasAnswer: true }));

    private int Answerable { get; } = outcomes.Count(outcome => outcome.HasAnswer);

    private int Automatic { get; } = outcomes.Count(outcome => outcome.Zone == MatchZone.Auto);

    private int Right { get; } = outcomes.Count(outcome => outcome is { Zone: MatchZone.Auto, IsRight: true });

    private static double? Share(int part, int whole) => whole == 0 ? null : (double)part / whole;
}
