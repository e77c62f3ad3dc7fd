using System.Globalization;
using System.Net;
using System.Text.Json;
using Polly.Timeout;
using Refit;

namespace Spotter.Core.Providers.Http;

/// <summary>Turns everything that can go wrong with a call to a service into a sentence for people.</summary>
/// <param name="kind">The kind of the service.</param>
/// <param name="name">Its name for people.</param>
/// <param name="clock">For the time of the next try.</param>
/// <param name="interpret">What this service means by a refusal, where it means more than its status says; null leaves it to the status.</param>
internal sealed class SourceFailures(string kind, string name, TimeProvider clock, Func<ApiException, ProviderException?>? interpret = null)
{
    /// <summary>Runs a call.</summary>
    /// <exception cref="ProviderException">It failed.</exception>
    public async Task<T> RunAsync<T>(Func<Task<T>> call)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (Translate(failure) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>An exception of this service.</summary>
    public ProviderException Of(ProviderFailure failure, string message, Exception? cause = null) => new(kind, failure, message, cause);

    /// <summary>The answer is not what the service's documents promise.</summary>
    public ProviderException Malformed(string what) => Of(ProviderFailure.Malformed, $"{name}'s answer could not be read: {what}. Nothing was changed.");

    /// <summary>The exception for the rest of Spotter, or null where this one is none of ours: cancellation, a bug.</summary>
    private ProviderException? Translate(Exception failure) => failure switch
    {
        ServicePausedException paused => new(kind, ProviderFailure.Unavailable, paused.Message, paused) { RetryAt = paused.Until },
        TimeoutRejectedException late
            => Of(ProviderFailure.Unavailable, string.Create(CultureInfo.InvariantCulture, $"{name} did not answer for {late.Timeout.TotalSeconds:0} seconds. Nothing was changed."), late),
        // Refit wraps what happened on the way.
        ApiRequestException { InnerException: { } inner } => Translate(inner),
        ApiException refusal => interpret?.Invoke(refusal) ?? OfStatus(refusal),
        OperationCanceledException { InnerException: TimeoutException } unconnected
            => Of(ProviderFailure.Unavailable, $"{name} could not be reached in time. Nothing was changed.", unconnected),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } unknown
            => Of(ProviderFailure.Unavailable, $"{name}'s address is not known to the network; this machine may be offline. Nothing was changed.", unknown),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure
            => Of(ProviderFailure.Unavailable, $"{name}'s certificate is not trusted by this machine. Nothing was changed.", insecure),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } refused
            => Of(ProviderFailure.Unavailable, $"{name} could not be reached. Nothing was changed.", refused),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } huge
            => Of(ProviderFailure.Malformed, $"{name}'s answer is far too large. Nothing was changed.", huge),
        HttpRequestException or IOException => Of(ProviderFailure.Unavailable, $"The connection to {name} broke off. Nothing was changed.", failure),
        JsonException unread => Of(ProviderFailure.Malformed, $"{name}'s answer could not be read. Nothing was changed.", unread),
        _ => null,
    };

    private ProviderException OfStatus(ApiException refusal) => refusal.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Of(ProviderFailure.Unauthorized, $"{name} does not accept the sign-in. Connect it again to go on.", refusal),
        HttpStatusCode.Forbidden => Of(ProviderFailure.Forbidden, $"{name} does not let this account see that.", refusal),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => Of(ProviderFailure.NotFound, $"{name} does not have that any more.", refusal),
        HttpStatusCode.TooManyRequests => new(kind, ProviderFailure.Unavailable, $"{name} is asked too often just now.", refusal)
        {
            RetryAt = clock.GetUtcNow() + TimeSpan.FromMinutes(1),
        },
        >= HttpStatusCode.InternalServerError => Of(
            ProviderFailure.Unavailable,
            string.Create(CultureInfo.InvariantCulture, $"{name} is out of order (HTTP {(int)refusal.StatusCode}). Nothing was changed."), refusal),
        // The answer came, and could not be read.
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Of(ProviderFailure.Malformed, $"{name}'s answer could not be read. Nothing was changed.", refusal),
        _ => Of(
            ProviderFailure.Malformed,
            string.Create(CultureInfo.InvariantCulture, $"{name} refused the question (HTTP {(int)refusal.StatusCode}). Nothing was changed."), refusal),
    };
}
