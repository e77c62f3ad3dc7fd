namespace Spotter.Web.Access;

/// <summary>Why a sign-in was refused.</summary>
/// <param name="Reason">The reason, for programs.</param>
/// <param name="Message">What happened and what to do, for display.</param>
/// <param name="RetryAfter">How long to wait before the next try, or null.</param>
public sealed record SignInRefusal(SignInRefusalReason Reason, string Message, TimeSpan? RetryAfter = null);
