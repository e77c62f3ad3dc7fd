namespace Spotter.Web.Access;

/// <summary>A sign-in in progress, which counts as a failure until it is answered.</summary>
/// <param name="At">When it began.</param>
/// <param name="Keys">The limits that it counts towards.</param>
public sealed record SignInTry(DateTimeOffset At, IReadOnlyList<string> Keys);
