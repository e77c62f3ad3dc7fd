using Spotter.Core.Facts;

namespace Spotter.Core.Targets;

/// <summary>A safety rule that holds a write back, with the reason.</summary>
/// <param name="Rule">The rule.</param>
/// <param name="Why">The reason.</param>
public sealed record SafetyVerdict(SafetyRule Rule, Fact Why);
