using System.Net;

namespace Spotter.Navidrome.Subsonic;

/// <summary>Something answered, but not in the protocol: a proxy, a wrong address, a broken server.</summary>
/// <param name="method">The method that was called.</param>
/// <param name="statusCode">The HTTP status of the answer.</param>
/// <param name="isForPeople">Whether the answer is a web page or a redirect, as authentication proxies send.</param>
public sealed class NotSubsonicException(string method, HttpStatusCode statusCode, bool isForPeople)
    : Exception($"{method} was answered with HTTP {(int)statusCode} and no Subsonic reply.")
{
    /// <summary>The HTTP status of the answer.</summary>
    public HttpStatusCode StatusCode { get; } = statusCode;

    /// <summary>Whether the answer is a web page or a redirect, as authentication proxies send.</summary>
    public bool IsForPeople { get; } = isForPeople;

    /// <summary>Whether the call was too large for the server, or for a proxy in front of it.</summary>
    public bool IsTooMuch => StatusCode is HttpStatusCode.RequestEntityTooLarge or HttpStatusCode.RequestUriTooLong;

    /// <summary>Whether the same call may succeed in a moment.</summary>
    public bool IsTransient => StatusCode is HttpStatusCode.RequestTimeout or HttpStatusCode.TooManyRequests or >= HttpStatusCode.InternalServerError
        and not HttpStatusCode.NotImplemented;

    /// <summary>The pause that the answer asks for, or null.</summary>
    public TimeSpan? RetryAfter { get; init; }
}
