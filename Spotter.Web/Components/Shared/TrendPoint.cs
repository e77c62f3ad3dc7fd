namespace Spotter.Web.Components.Shared;

/// <summary>One value of a trend.</summary>
/// <param name="At">When it was measured.</param>
/// <param name="Percent">The value, 0 to 100.</param>
public readonly record struct TrendPoint(DateTimeOffset At, double Percent);
