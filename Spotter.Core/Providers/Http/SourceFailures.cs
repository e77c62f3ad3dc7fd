using System.Net;
using System.Text.Json;
using Polly.Timeout;
using Refit;
using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>Translates everything that can go wrong in a call to a service into a <see cref="ProviderException"/>.</summary>
/// <param name="kind">The kind of the service.</param>
/// <param name="name">Its display name.</param>
/// <param name="clock">For the time of the next try.</param>
/// <param name="interpret">What a refusal means, if this service says more than its HTTP status. Null leaves it to the status.</param>
internal sealed class SourceFailures(string kind, ServiceName name, TimeProvider clock, Func<ApiException, ProviderException?>? interpret = null)
{
    /// <summary>Makes a call.</summary>
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

    /// <summary>Creates an exception for this service.</summary>
    public ProviderException Of(ProviderFailure failure, Fact reason, Exception? cause = null) => new(kind, failure, reason, cause);

    /// <summary>Creates the exception for an answer that is not what the service's documentation promises.</summary>
    /// <param name="why">What is wrong with the answer.</param>
    public ProviderException Malformed(Fact why) => Of(ProviderFailure.Malformed, new Fact.ServiceUnreadBecause(name, why));

    /// <summary>The exception for the rest of Spotter. Null if this one is not the service's: cancellation, a bug.</summary>
    private ProviderException? Translate(Exception failure) => failure switch
    {
        ServicePausedException paused => new(kind, ProviderFailure.Unavailable, paused.Reason, paused) { RetryAt = paused.Until },
        TimeoutRejectedException late
            => Of(ProviderFailure.Unavailable, new Fact.ServiceSlow(name, (int)Math.Round(late.Timeout.TotalSeconds)), late),
        // Refit wraps failures of the transport.
        ApiRequestException { InnerException: { } inner } => Translate(inner),
        ApiException refusal => interpret?.Invoke(refusal) ?? OfStatus(refusal),
        OperationCanceledException { InnerException: TimeoutException } unconnected
            => Of(ProviderFailure.Unavailable, new Fact.ServiceNotReachedInTime(name), unconnected),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } unknown
            => Of(ProviderFailure.Unavailable, new Fact.ServiceNameUnknown(name), unknown),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure
            => Of(ProviderFailure.Unavailable, new Fact.ServiceNotTrusted(name), insecure),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } refused
            => Of(ProviderFailure.Unavailable, new Fact.ServiceNotReached(name), refused),
        HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } huge
            => Of(ProviderFailure.Malformed, new Fact.ServiceAnswerTooLarge(name), huge),
        HttpRequestException or IOException => Of(ProviderFailure.Unavailable, new Fact.ServiceBrokeOff(name), failure),
        JsonException unread => Of(ProviderFailure.Malformed, new Fact.ServiceUnread(name), unread),
        _ => null,
    };

    private ProviderException OfStatus(ApiException refusal) => refusal.StatusCode switch
    {
        HttpStatusCode.Unauthorized => Of(ProviderFailure.Unauthorized, new Fact.ServiceSignInRefused(name), refusal),
        HttpStatusCode.Forbidden => Of(ProviderFailure.Forbidden, new Fact.ServiceForbids(name), refusal),
        HttpStatusCode.NotFound or HttpStatusCode.Gone => Of(ProviderFailure.NotFound, new Fact.ServiceHasNot(name), refusal),
        HttpStatusCode.TooManyRequests => new(kind, ProviderFailure.Unavailable, new Fact.ServiceAskedTooOften(name), refusal)
        {
            RetryAt = clock.GetUtcNow() + TimeSpan.FromMinutes(1),
        },
        >= HttpStatusCode.InternalServerError => Of(ProviderFailure.Unavailable, new Fact.ServiceOutOfOrder(name, (int)refusal.StatusCode), refusal),
        // The answer arrived but could not be read.
        >= HttpStatusCode.OK and < HttpStatusCode.MultipleChoices => Of(ProviderFailure.Malformed, new Fact.ServiceUnread(name), refusal),
        _ => Of(ProviderFailure.Malformed, new Fact.ServiceRefused(name, (int)refusal.StatusCode), refusal),
    };
}
