using System.Globalization;
using System.Net;

namespace Spotter.Core.Providers.Http;

/// <summary>Reads from an answer how long its service asks for a pause.</summary>
internal static class RetryAfter
{
    /// <summary>The wait if a service says "too many requests" without a time.</summary>
    private static readonly TimeSpan DefaultDelay = TimeSpan.FromSeconds(10);

    /// <summary>The longest wait that is believed: a broken header must not lock a service out for a year.</summary>
    private static readonly TimeSpan Longest = TimeSpan.FromDays(2);

    /// <summary>The wait, or null if the service does not ask for one.</summary>
    public static TimeSpan? Of(HttpResponseMessage response, DateTimeOffset now)
    {
        var isTooMany = response.StatusCode == HttpStatusCode.TooManyRequests;
        var asked = response.Headers.RetryAfter switch
        {
            { Delta: { } delta } => delta,
            { Date: { } date } => date - now,
            _ => isTooMany ? ResetIn(response) ?? DefaultDelay : (TimeSpan?)null,
        };
        return asked is { } wait && (isTooMany || response.StatusCode == HttpStatusCode.ServiceUnavailable)
            ? TimeSpan.FromTicks(Math.Clamp(wait.Ticks, TimeSpan.FromSeconds(1).Ticks, Longest.Ticks))
            : null;
    }

    /// <summary>The rest of a window whose requests are used up (X-RateLimit-Remaining: 0), or null.</summary>
    public static TimeSpan? Exhausted(HttpResponseMessage response)
        => Header(response, "X-RateLimit-Remaining") == 0 && ResetIn(response) is { } wait && wait <= ServiceGate.Patience ? wait : null;

    private static TimeSpan? ResetIn(HttpResponseMessage response)
        => Header(response, "X-RateLimit-Reset-In") is { } seconds and >= 0 and < 1_000_000 ? TimeSpan.FromSeconds(seconds) : null;

    private static double? Header(HttpResponseMessage response, string name)
        => response.Headers.TryGetValues(name, out var values)
            && double.TryParse(values.First(), NumberStyles.Float, CultureInfo.InvariantCulture, out var number)
                ? number
                : null;
}
