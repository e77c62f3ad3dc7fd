using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Decisions;

/// <summary>An entry of a list of decisions that cannot be read.</summary>
/// <param name="Line">Its 1-based line.</param>
/// <param name="Title">The title of its track, or null if it has none.</param>
/// <param name="Why">What is wrong, and what was expected.</param>
public sealed record UnreadDecision(int Line, string? Title, Fact Why);
