using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>A track to match, with the right answer.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Track">The track.</param>
/// <param name="Expected">The ids of which any is right. Empty if nothing may be matched. Null if there is no label.</param>
/// <param name="Category">Its category in the corpus, or null.</param>
internal sealed record LabelledQuery(string Id, SourceTrack Track, IReadOnlyList<string>? Expected, string? Category);
