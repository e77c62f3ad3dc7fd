namespace Spotter.Core.Background;

/// <summary>How long ago something was, by a clock that people and machines set.</summary>
public static class Recency
{
    /// <summary>
    /// Whether the moment is no longer ago than that. One that lies further ahead than that was noted while the clock was ahead: it is not recent, and does
    /// not become so when the clock has caught up with it.
    /// </summary>
    public static bool IsRecent(this TimeProvider clock, DateTimeOffset moment, TimeSpan within) => IsRecent(clock.GetUtcNow(), moment, within);

    /// <summary>The same, seen from a moment that the caller has taken.</summary>
    public static bool IsRecent(DateTimeOffset now, DateTimeOffset moment, TimeSpan within) => (now - moment).Duration() < within;

    /// <summary>Whether what is known since then was seen after somebody asked: the moment of a request is stored to the millisecond.</summary>
    public static bool IsAfter(DateTimeOffset seenAt, DateTimeOffset requestedAt) => seenAt >= requestedAt + TimeSpan.FromMilliseconds(1);
}
