namespace Spotter.Core.Targets;

/// <summary>A safety rule that holds a write back, with what was seen and what to do.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Message">One or two sentences for people.</param>
public sealed record SafetyVerdict(SafetyRule Rule, string Message);
