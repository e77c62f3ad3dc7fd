namespace Spotter.Core.Formats.Decisions;

/// <summary>What a list of decisions holds.</summary>
/// <param name="Decisions">The decisions, in the order of the file.</param>
/// <param name="Unread">Its entries that cannot be read.</param>
public sealed record DecisionFileContent(IReadOnlyList<FiledDecision> Decisions, IReadOnlyList<UnreadDecision> Unread);
