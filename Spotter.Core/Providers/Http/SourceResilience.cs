using Polly;
using Polly.Retry;

namespace Spotter.Core.Providers.Http;

/// <summary>How long a call to a source may take, and what is retried within seconds. Retries after hours or days are left to the
/// schedule.</summary>
internal static class SourceResilience
{
    /// <summary>The time limit of one attempt including its answer, unless the service needs more.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(40);

    /// <summary>The time limit of all attempts of one call, with the waits between them, for that attempt timeout.</summary>
    public static readonly TimeSpan TotalTimeout = TotalOf(AttemptTimeout);

    /// <summary>Builds the pipeline, from the outermost strategy to the innermost.</summary>
    /// <param name="pipeline">The builder to add to.</param>
    /// <param name="attemptTimeout">The time limit of one attempt, including its answer.</param>
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

    /// <summary>The time limit of all attempts of one call: enough for a full attempt after several refused ones.</summary>
    public static TimeSpan TotalOf(TimeSpan attemptTimeout) => attemptTimeout + TimeSpan.FromSeconds(110);

    // A POST to a source renews tokens: a second try would use a spent one.
    private static bool MayRepeat(HttpRequestMessage request) => request.Method == HttpMethod.Get;

    // "Too many requests" means that the request was not processed.
    private static bool IsTooManyRequests(Outcome<HttpResponseMessage> outcome) => outcome.Result?.StatusCode == System.Net.HttpStatusCode.TooManyRequests;

    private static bool IsWorthRepeating(Outcome<HttpResponseMessage> outcome) => outcome switch
    {
        { Exception: HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError or HttpRequestError.ConfigurationLimitExceeded } } => false,
        { Exception: HttpRequestException or IOException } => true,
        // After a short wait, the gate delays the next attempt. If the wait is long, the gate refuses it.
        { Result.StatusCode: System.Net.HttpStatusCode.TooManyRequests or System.Net.HttpStatusCode.RequestTimeout } => true,
        { Result: { } response } => (int)response.StatusCode >= 500,
        _ => false,
    };
}
