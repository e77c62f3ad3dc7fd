namespace Spotter.Web.Access;

/// <summary>A try to sign in that has begun: counted as a failure until its answer is there.</summary>
/// <param name="At">When it began.</param>
/// <param name="Keys">What it counts for.</param>
public sealed record SignInTry(DateTimeOffset At, IReadOnlyList<string> Keys);
