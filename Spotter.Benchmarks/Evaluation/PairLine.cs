using System.Text.Json.Serialization;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>The output for one pair.</summary>
internal sealed record PairLine(
    [property: JsonPropertyName("left")] string Left,
    [property: JsonPropertyName("right")] string Right,
    [property: JsonPropertyName("matched")] bool Matched);
