namespace Spotter.Core.Providers;

/// <summary>When a connection that failed is tried again. Pure: the same failure, the same time.</summary>
public static class SourceBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>
    /// The time of the next try, or null where only the user can help. Two minutes after the first failure in a row, then twice as long each
    /// time, up to six hours; never before the service itself says. A connection's share of up to a tenth on top keeps many from coming at once.
    /// </summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="failures">Failures in a row, this one included.</param>
    /// <param name="retryAt">When the service asks to be left alone until, or null.</param>
    /// <param name="now">The present.</param>
    /// <param name="connectionId">Whose share of the spreading it is.</param>
    public static DateTimeOffset? NextTry(ProviderFailure failure, int failures, DateTimeOffset? retryAt, DateTimeOffset now, int connectionId)
    {
        if (failure == ProviderFailure.Unauthorized)
        {
            return null;
        }

        var doublings = Math.Clamp(failures - 1, 0, 16);
        var wait = TimeSpan.FromTicks(Math.Min(First.Ticks << doublings, Longest.Ticks));
        var next = now + (retryAt is null || failures > 1 ? wait : TimeSpan.Zero);
        next = retryAt > next ? retryAt.Value : next;
        return next + (wait * (connectionId % 10 / 100.0));
    }
}
