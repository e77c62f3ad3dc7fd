using System.ComponentModel.DataAnnotations;

namespace Spotter.Core.Matching;

/// <summary>The thresholds of the zones (section "Matching").</summary>
public sealed record MatchOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Matching";

    /// <summary>The lowest confidence with which a match is written. 0 to 1, default 0.80.</summary>
    [Display(Name = "Written from a confidence of")]
    [Range(0.0, 1.0)]
    public double MinMatchConfidence { get; init; } = 0.80;

    /// <summary>How likely a song must be the one asked for, in this recording or another, to be shown for review. 0 to 1, default
    /// 0.60.</summary>
    [Display(Name = "Shown for review from")]
    [Range(0.0, 1.0)]
    public double ReviewConfidence { get; init; } = 0.60;

    /// <summary>The maximum number of candidates in a result. Default 8.</summary>
    [Range(1, 50)]
    public int MaxCandidates { get; init; } = 8;

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
    {
        if (ReviewConfidence > MinMatchConfidence)
        {
            yield return new($"{Section}:{nameof(ReviewConfidence)} must not be above {Section}:{nameof(MinMatchConfidence)}.");
        }
    }
}
