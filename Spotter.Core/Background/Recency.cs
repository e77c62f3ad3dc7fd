namespace Spotter.Core.Background;

/// <summary>Compares times by a clock that people and machines may set.</summary>
public static class Recency
{
    /// <summary>
    /// Whether the moment is no longer ago than that. A moment further in the future than that was recorded while the clock was ahead. It is not recent, and does
    /// not become recent when the clock catches up.
    /// </summary>
    public static bool IsRecent(this TimeProvider clock, DateTimeOffset moment, TimeSpan within) => IsRecent(clock.GetUtcNow(), moment, within);

    /// <summary>The same, as of a given moment.</summary>
    public static bool IsRecent(DateTimeOffset now, DateTimeOffset moment, TimeSpan within) => (now - moment).Duration() < within;

    /// <summary>Whether something was seen after somebody asked. The time of a request is stored to the millisecond.</summary>
    public static bool IsAfter(DateTimeOffset seenAt, DateTimeOffset requestedAt) => seenAt >= requestedAt + TimeSpan.FromMilliseconds(1);
}
