namespace Spotter.Core.Providers;

/// <summary>Decides when a failed connection is tried again. Pure: the same failure gives the same time.</summary>
public static class SourceBackoff
{
    private static readonly TimeSpan First = TimeSpan.FromMinutes(2);
    private static readonly TimeSpan Longest = TimeSpan.FromHours(6);

    /// <summary>
    /// The time of the next try, or null if only the user can help. Two minutes after the first failure in a row, then twice as long each
    /// time, up to six hours, and never before the time that the service names. Up to a tenth is added, depending on the connection, so
    /// that connections do not retry all at once.
    /// </summary>
    /// <param name="failure">What went wrong.</param>
    /// <param name="failures">The number of failures in a row, including this one.</param>
    /// <param name="retryAt">The earliest time that the service accepts, or null.</param>
    /// <param name="now">The current time.</param>
    /// <param name="connectionId">The connection, which determines the added share.</param>
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
