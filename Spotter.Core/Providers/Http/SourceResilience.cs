using Polly;
using Polly.Retry;

namespace Spotter.Core.Providers.Http;

/// <summary>How long a call to a source may take, and what is tried again. Hours and days are the schedule's, not this one's.</summary>
internal static class SourceResilience
{
    /// <summary>One attempt, its answer included, where the service needs no more.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(40);

    /// <summary>All attempts of one call, with the waits between them, at that attempt timeout.</summary>
    public static readonly TimeSpan TotalTimeout = TotalOf(AttemptTimeout);

    /// <summary>Builds the pipeline; the order is from the outside in.</summary>
    /// <param name="pipeline">Where to.</param>
    /// <param name="attemptTimeout">How long one attempt may take, its answer included.</param>
    public static void Build(ResiliencePipelineBuilder<HttpResponseMessage> pipeline, TimeSpan attemptTimeout)
        => pipeline
            .AddTimeout(TotalOf(attemptTimeout))
            .AddRetry(new RetryStrategyOptions<HttpResponseMessage>
            {
                MaxRetryAttempts = 3,
                Delay = TimeSpan.FromSeconds(1),
                BackoffType = DelayBackoffType.Exponential,
                UseJitter = true,
                ShouldHandle = args => ValueTask.FromResult(
                    args.Context.GetRequestMessage() is { } request && (MayRepeat(request) || IsTooManyRequests(args.Outcome)) && IsWorthRepeating(args.Outcome)),
            })
            .AddTimeout(attemptTimeout);

    /// <summary>All attempts of one call: time for a full one after some that were turned away.</summary>
    public static TimeSpan TotalOf(TimeSpan attemptTimeout) => attemptTimeout + TimeSpan.FromSeconds(110);

    // What is posted to a source renews tokens: a second try would use one that is spent.
    private static bool MayRepeat(HttpRequestMessage request) => request.Method == HttpMethod.Get;

    // "Too many" says that nothing was done with it.
    private static bool IsTooManyRequests(Outcome<HttpResponseMessage> outcome) => outcome.Result?.StatusCode == System.Net.HttpStatusCode.TooManyRequests;

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
