using Spotter.Core.Facts;
using Spotter.Core.Formats.Decisions;

namespace Spotter.Core.Sync.Decisions;

/// <summary>A decision of a file, and what becomes of it.</summary>
/// <param name="Line">Its 1-based line in the file.</param>
/// <param name="Title">The title of its track, or null if the entry cannot be read that far.</param>
/// <param name="Decision">The decision. Null if the entry cannot be read.</param>
/// <param name="Outcome">What becomes of it.</param>
/// <param name="Why">Why it is not imported. Null if it is, or need not be.</param>
public sealed record DecisionImportEntry(int Line, string? Title, FiledDecision? Decision, DecisionImportOutcome Outcome, Fact? Why);
