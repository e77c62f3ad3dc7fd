using System.Text.Json.Serialization;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>A candidate in a line of results.</summary>
internal sealed record ResultCandidate(
    [property: JsonPropertyName("id")] string Id,
    [property: JsonPropertyName("confidence")] double Confidence);
