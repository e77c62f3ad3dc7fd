using Spotter.Core.Facts;

namespace Spotter.Core.Targets;

/// <summary>A safety rule that holds a write back, with what was seen and what to do.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Why">What was seen.</param>
public sealed record SafetyVerdict(SafetyRule Rule, Fact Why);
