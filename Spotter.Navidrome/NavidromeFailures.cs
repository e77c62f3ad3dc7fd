using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Refit;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Turns everything that can go wrong with a call into a sentence for people; the only place that does.</summary>
internal static class NavidromeFailures
{
    /// <summary>Runs a call that changes nothing on the server.</summary>
    public static Task<T> ReadAsync<T>(Func<Task<T>> call) => RunAsync(call, "Nothing was changed.");

    /// <summary>Runs a call that may have changed something even where its answer was lost.</summary>
    public static Task<T> WriteAsync<T>(Func<Task<T>> call) => RunAsync(call, "Spotter looks at what arrived before it tries again.");

    private static async Task<T> RunAsync<T>(Func<Task<T>> call, string consequence)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (Translate(failure, consequence) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>The exception for the rest of Spotter, or null where this one is none of ours: cancellation, a bug.</summary>
    private static ProviderException? Translate(Exception failure, string consequence) => failure switch
    {
        SubsonicException refusal => OfRefusal(refusal, consequence),
        NotSubsonicException strange => OfStrangeAnswer(strange, consequence),
        TimeoutRejectedException late => Unavailable($"Navidrome did not answer for {late.Timeout.TotalSeconds:0} seconds. {consequence}", late),
        OperationCanceledException { InnerException: TimeoutException } unconnected
            => Unavailable($"Navidrome could not be reached in time. {consequence}", unconnected),
        BrokenCircuitException broken
            => Unavailable($"Navidrome failed several times in a row, so Spotter leaves it alone for a moment. {consequence}", broken),
        HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } unknown
            => Unavailable($"Navidrome's address is not known to the network. Check Navidrome:BaseUrl. {consequence}", unknown),
        HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure
            => Unavailable($"Navidrome's certificate is not trusted by this machine. {consequence}", insecure),
        HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } refused
            => Unavailable($"Navidrome could not be reached. {consequence}", refused),
        AnswerTooLongException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Malformed(
            $"Navidrome's answer is far too long to be one, and was not read to its end. A server or proxy that sends something else may answer in its place: check Navidrome:BaseUrl. {consequence}",
            failure),
        HttpRequestException or IOException => Unavailable($"The connection to Navidrome broke off. {consequence}", failure),
        ApiException or JsonException => Malformed($"Navidrome's answer could not be read. {consequence}", failure),
        FormatException address => Malformed("Navidrome's address in the configuration (Navidrome:BaseUrl) must begin with http:// or https://.", address),
        _ => null,
    };

    private static ProviderException OfRefusal(SubsonicException refusal, string consequence) => refusal.Code switch
    {
        SubsonicErrorCode.WrongCredentials or SubsonicErrorCode.InvalidApiKey
            => Of(ProviderFailure.Unauthorized, "Navidrome does not accept the user name or password. Sign in again to go on.", refusal),
        SubsonicErrorCode.NotAuthorized => Forbidden(refusal),
        // Navidrome up to 0.60 has no code of its own for "not yours".
        SubsonicErrorCode.Generic when refusal.ServerMessage.Contains("not authorized", StringComparison.OrdinalIgnoreCase) => Forbidden(refusal),
        _ when refusal.IsNotFound => Of(ProviderFailure.NotFound, "Navidrome does not know this playlist or song any more.", refusal),
        _ when refusal.IsBusy => Unavailable($"Navidrome's database is busy, probably with a scan. {consequence}", refusal),
        SubsonicErrorCode.Generic => Unavailable($"Navidrome reported an error of its own: {Short(refusal.ServerMessage)}. {consequence}", refusal),
        _ => Malformed($"Navidrome refused the call: {Short(refusal.ServerMessage)}. {consequence}", refusal),
    };

    private static ProviderException Forbidden(SubsonicException refusal)
        => Of(
            ProviderFailure.Forbidden,
            "Navidrome does not let this user do that: the playlist belongs to somebody else, or is made by a rule or a file.",
            refusal);

    private static ProviderException OfStrangeAnswer(NotSubsonicException strange, string consequence) => strange switch
    {
        { IsForPeople: true } => Malformed(
            $"An authentication proxy is in front of Navidrome and answers in its place. Exempt the paths below /rest/ from it. {consequence}", strange),
        { StatusCode: HttpStatusCode.TooManyRequests } => Unavailable(
            $"Navidrome, or a proxy in front of it, gets too many calls and asks for a pause. {consequence}", strange),
        { IsTransient: true } => Unavailable(
            $"Navidrome, or a proxy in front of it, is out of order (HTTP {(int)strange.StatusCode}). {consequence}", strange),
        { StatusCode: HttpStatusCode.NotFound } => Malformed(
            $"No Subsonic server answers at Navidrome's address. Check Navidrome:BaseUrl, its sub-path included. {consequence}", strange),
        _ => Malformed(
            $"What answers at Navidrome's address is no Subsonic server (HTTP {(int)strange.StatusCode}). Check Navidrome:BaseUrl. {consequence}", strange),
    };

    /// <summary>A server's message may be long, and is not ours to trust with a whole page.</summary>
    private static string Short(string message)
    {
        var line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
        return line.Length <= 160 ? line : line[..159] + "…";
    }

    private static ProviderException Unavailable(string message, Exception cause) => Of(ProviderFailure.Unavailable, message, cause);

    private static ProviderException Malformed(string message, Exception cause) => Of(ProviderFailure.Malformed, message, cause);

    private static ProviderException Of(ProviderFailure failure, string message, Exception cause)
        => new(ProviderKinds.Navidrome, failure, message, cause);
}
