using Polly;
using Polly.Retry;

namespace Spotter.Core.Providers.Http;

/// <summary>How long a call to a source may take, and what is tried again. Hours and days are the schedule's, not this one's.</summary>
internal static class SourceResilience
{
    /// <summary>One attempt, its answer included.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(40);

    /// <summary>All attempts of one call, with the waits between them.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(150);

    /// <summary>Builds the pipeline; the order is from the outside in.</summary>
    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline)
        => pipeline
            .AddTimeout(TotalTimeout)
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(
                    args.Context.GetRequestMessage() is { } request && MayRepeat(request) && IsWorthRepeating(args.Outcome)),
            })
            .AddTimeout(AttemptTimeout);

    // What is posted to a source renews tokens: a second try would use one that is spent.
    private static bool MayRepeat(HttpRequestMessage request) => request.Method == HttpMethod.Get;

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Exception: HttpRequestException or IOException } => true,
        // Where the wait is short the gate makes the next attempt wait for it; where it is long, the gate refuses.
        { Result.StatusCode: System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.RequestTimeout } => true,
        { Result: { } response } => (int)response.StatusCode >= 500,
        _ => false,
    };
}
