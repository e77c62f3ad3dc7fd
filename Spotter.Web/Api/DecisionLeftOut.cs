namespace Spotter.Web.Api;

/// <summary>A decision of a file that cannot be imported.</summary>
public sealed record DecisionLeftOut(int Line, string? Title, string Reason);
