using System.Text.Json.Serialization;
using Spotter.Core.Matching;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The output for one query.</summary>
internal sealed record ResultLine(
    [property: JsonPropertyName("qid")] string QueryId,
    [property: JsonPropertyName("matchedId")] string? MatchedId,
    [property: JsonPropertyName("zone")] string Zone,
    [property: JsonPropertyName("tier")] string? Tier,
    [property: JsonPropertyName("confidence")] double Confidence,
    [property: JsonPropertyName("candidates")] IReadOnlyList<ResultCandidate> Candidates)
{
    public static ResultLine Of(LabelledQuery query, MatchResult result)
        => new(
            query.Id,
            result.Song?.Id,
            NameOf(result.Zone),
            result.Tier is { } tier ? NameOf(tier) : null,
            Rounded(result.Confidence),
            [.. result.Candidates.Select(candidate => new ResultCandidate(candidate.Song.Id, Rounded(candidate.Score.Confidence)))]);

    /// <summary>A tier in one lower-case word.</summary>
    public static string NameOf(MatchTier tier)
        => tier switch
        {
            MatchTier.Pin => "pin",
            MatchTier.Isrc => "isrc",
            MatchTier.Mbid => "mbid",
            MatchTier.Exact => "exact",
            MatchTier.Fuzzy => "fuzzy",
        };

    private static string NameOf(MatchZone zone)
        => zone switch
        {
            MatchZone.Auto => "auto",
            MatchZone.Review => "review",
            MatchZone.None => "none",
        };

    private static double Rounded(double confidence) => Math.Round(confidence, 6);
}
