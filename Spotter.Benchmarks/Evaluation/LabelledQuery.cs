using Spotter.Core.Tracks;

namespace Spotter.Benchmarks.Evaluation;

/// <summary>A track to match, with what is right.</summary>
/// <param name="Id">Its id.</param>
/// <param name="Track">The track.</param>
/// <param name="Expected">The ids any of which is right; empty where nothing may be matched; null where nobody has said.</param>
/// <param name="Category">What the corpus calls its kind, or null.</param>
internal sealed record LabelledQuery(string Id, SourceTrack Track, IReadOnlyList<string>? Expected, string? Category);
