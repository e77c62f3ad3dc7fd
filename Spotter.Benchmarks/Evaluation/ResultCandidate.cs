using System.Text.Json.Serialization;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>A candidate in the output.</summary>
internal sealed record ResultCandidate(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("confidence")] double Confidence);
