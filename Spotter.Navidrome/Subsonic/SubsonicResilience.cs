using Polly;
using Polly.CircuitBreaker;
using Polly.Retry;
using Polly.Timeout;

namespace Spotter.Navidrome.Subsonic;

/// <summary>How long a call may take, and what is retried.</summary>
internal static class SubsonicResilience
{
    /// <summary>The time limit of one attempt. Navidrome itself waits 15 seconds for its database during a scan, and a long list takes
    /// seconds.</summary>
    public static readonly TimeSpan AttemptTimeout = TimeSpan.FromSeconds(60);

    /// <summary>The time limit of one attempt of a call that somebody is waiting for. Of a song, only until its first bytes.</summary>
    public static readonly TimeSpan PingTimeout = TimeSpan.FromSeconds(15);

    /// <summary>The time limit of all attempts of one call.</summary>
    public static readonly TimeSpan TotalTimeout = TimeSpan.FromSeconds(120);

    /// <summary>Builds the pipeline, from the outermost strategy to the innermost.</summary>
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
                    args.Outcome.Exception is { } failure
                    && args.Context.GetRequestMessage() is { } request
                    && (args.AttemptNumber == 0 || !IsAwaited(request))
                    && IsWorthRepeating(failure, request)),
                DelayGenerator = args => ValueTask.FromResult(WaitAskedFor(args.Outcome.Exception)),
            })
            .AddCircuitBreaker(new CircuitBreakerStrategyOptions<HttpResponseMessage>
            {
                FailureRatio = 0.9,
                MinimumThroughput = 12,
                SamplingDuration = TimeSpan.FromMinutes(2),
                BreakDuration = TimeSpan.FromSeconds(15),
                ShouldHandle = args => ValueTask.FromResult(IsServerTrouble(args.Outcome.Exception, args.Context.GetRequestMessage())),
            })
            .AddTimeout(new TimeoutStrategyOptions
            {
                TimeoutGenerator = args => ValueTask.FromResult(
                    args.Context.GetRequestMessage() is { } request && IsAwaited(request) ? PingTimeout : AttemptTimeout),
            });

    // Somebody waits at the sign-in page, or for a song that they want to hear.
    private static bool IsAwaited(HttpRequestMessage request) => SubsonicMethod.NameOf(request) is "ping" or SubsonicMethod.Stream;

    private static bool IsWorthRepeating(Exception failure, HttpRequestMessage request) => failure switch
    {
        // Reported before anything was done: safe for every method but a creation, whose outcome we never guess.
        SubsonicException { IsBusy: true } => SubsonicMethod.MayRepeat(request),
        // A certificate that is refused now is refused a second later.
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } => false,
        HttpRequestException or IOException => SubsonicMethod.MayRepeat(request),
        NotSubsonicException { IsTransient: true } => SubsonicMethod.MayRepeat(request),
        // A time-out is not retried: a server that is too slow for one request gains nothing from a second.
        _ => false,
    };

    // A song or picture that cannot be sent says nothing about the server: the file may be damaged, or on a drive that is away.
    private static bool IsServerTrouble(Exception? failure, HttpRequestMessage? request)
        => request is not null && SubsonicMethod.IsFile(request)
            ? failure is not null && NavidromeFailures.IsAway(failure)
            : failure is HttpRequestException or IOException or TimeoutRejectedException or NotSubsonicException { IsTransient: true };

    private static TimeSpan? WaitAskedFor(Exception? failure)
        => failure is NotSubsonicException { RetryAfter: { } wait } && wait < TimeSpan.FromSeconds(30) ? wait : null;
}
