namespace Spotter.Web.Access;

/// <summary>Why somebody was not let in.</summary>
/// <param name="Reason">For programs.</param>
/// <param name="Message">For people: what happened, what to do.</param>
/// <param name="RetryAfter">How long to wait before the next try, or null.</param>
public sealed record SignInRefusal(SignInRefusalReason Reason, string Message, TimeSpan? RetryAfter = null);
