using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The matcher's answer to one query, and whether it was right.</summary>
/// <param name="Category">The query's category, or null.</param>
/// <param name="Zone">The zone.</param>
/// <param name="Tier">The tier that decided, or null.</param>
/// <param name="Confidence">The confidence of the song or of the first candidate.</param>
/// <param name="HasAnswer">Whether a right song exists.</param>
/// <param name="IsRight">Whether the song, or in review the first candidate, is a right one.</param>
/// <param name="ShowsRight">Whether a right song is among the candidates.</param>
/// <param name="Elapsed">How long the answer took.</param>
internal readonly record struct QueryOutcome(
    string? Category, MatchZone Zone, MatchTier? Tier, double Confidence, bool HasAnswer, bool IsRight, bool ShowsRight, TimeSpan Elapsed)
{
    public static QueryOutcome Of(LabelledQuery query, IReadOnlyList<string> expected, MatchResult result, TimeSpan elapsed)
    {
        var first = result.Song?.Id ?? (result.Candidates is [var best, ..] ? best.Song.Id : null);
        var confidence = result.Song is null && result.Candidates is [var top, ..] ? top.Score.Confidence : result.Confidence;
        return new(
            query.Category,
            result.Zone,
            result.Tier,
            confidence,
            expected.Count > 0,
            first is not null && expected.Contains(first),
            result.Candidates.Any(candidate => expected.Contains(candidate.Song.Id)),
            elapsed);
    }
}
