using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Refit;
using Spotter.Core.Providers;
using Spotter.Core.Targets;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Turns everything that can go wrong with a call into a sentence for people; the only place that does.</summary>
internal static class NavidromeFailures
{
    /// <summary>Runs a call that changes nothing on the server.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Who is called, as far as is known when it has failed; null where its address cannot even be read.</param>
    public static Task<T> ReadAsync<T>(Func<Task<T>> call, Func<SubsonicServer?> server) => RunAsync(call, server, "Nothing was changed.");

    /// <summary>Runs a call that may have changed something even where its answer was lost.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Who is called.</param>
    public static Task<T> WriteAsync<T>(Func<Task<T>> call, Func<SubsonicServer?> server)
        => RunAsync(call, server, "Spotter looks at what arrived before it tries again.");

    /// <summary>Whether nobody was reached at all, in contrast to an answer that broke off.</summary>
    public static bool IsAway(Exception failure)
        => failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ConnectionError };

    private static async Task<T> RunAsync<T>(Func<Task<T>> call, Func<SubsonicServer?> server, string consequence)
    {
        try
        {
            return await call();
        }
        catch (Exception failure) when (new Words(server()?.Name ?? default, consequence).Translate(failure) is { } translated)
        {
            throw translated;
        }
    }

    /// <summary>The sentences: they name the server that is there.</summary>
    private sealed class Words(ServerName name, string consequence)
    {
        /// <summary>Its name within a sentence.</summary>
        private string Name { get; } = name.ToString();

        /// <summary>Its name at the beginning of one.</summary>
        private string Start { get; } = name.AtStart;

        private string Consequence { get; } = consequence;

        /// <summary>The exception for the rest of Spotter, or null where this one is none of ours: cancellation, a bug.</summary>
        public ProviderException? Translate(Exception failure) => failure switch
        {
            SubsonicException refusal => OfRefusal(refusal),
            NotSubsonicException strange => OfStrangeAnswer(strange),
            TimeoutRejectedException late => Unavailable($"{Start} did not answer for {late.Timeout.TotalSeconds:0} seconds. {Consequence}", late),
            OperationCanceledException { InnerException: TimeoutException } unconnected
                => Unavailable($"{Start} could not be reached in time. {Consequence}", unconnected),
            BrokenCircuitException broken
                => Unavailable($"{Start} failed several times in a row, so Spotter leaves it alone for a moment. {Consequence}", broken),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } unknown
                => Unavailable($"{Start}'s address is not known to the network. Check Navidrome:BaseUrl. {Consequence}", unknown),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure
                => Unavailable($"{Start}'s certificate is not trusted by this machine. {Consequence}", insecure),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } refused
                => Unavailable($"{Start} could not be reached. {Consequence}", refused),
            AnswerTooLongException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Malformed(
                $"{Start}'s answer is far too long to be one, and was not read to its end. A server or proxy that sends something else may answer in its place: check Navidrome:BaseUrl. {Consequence}",
                failure),
            HttpRequestException or IOException => Unavailable($"The connection to {Name} broke off. {Consequence}", failure),
            ApiException or JsonException => Malformed($"{Start}'s answer could not be read. {Consequence}", failure),
            InvalidDataException packed => Malformed($"{Start}'s answer could not be unpacked. A proxy in front of it may have damaged it. {Consequence}", packed),
            FormatException address => Malformed($"{Start}'s address in the configuration (Navidrome:BaseUrl) must begin with http:// or https://.", address),
            _ => null,
        };

        private ProviderException OfRefusal(SubsonicException refusal) => refusal.Code switch
        {
            SubsonicErrorCode.WrongCredentials or SubsonicErrorCode.InvalidApiKey
                => Of(ProviderFailure.Unauthorized, $"{Start} does not accept the user name or password. Sign in again to go on.", refusal),
            _ when refusal.IsForbidden => Forbidden(refusal),
            _ when refusal.IsNotFound => Of(ProviderFailure.NotFound, $"{Start} does not know this playlist or song any more.", refusal),
            _ when refusal.IsTooMuch => Of(
                ProviderFailure.TooMuch, $"{Start} takes no call with so many songs, and Spotter found no number that it takes. {Consequence}", refusal),
            _ when refusal.IsBusy => Unavailable($"{Start}'s database is busy, probably with a scan. {Consequence}", refusal),
            SubsonicErrorCode.Generic => Unavailable($"{Start} reported an error of its own: {Short(refusal.ServerMessage)}. {Consequence}", refusal),
            _ => Malformed($"{Start} refused the call: {Short(refusal.ServerMessage)}. {Consequence}", refusal),
        };

        private ProviderException Forbidden(SubsonicException refusal)
            => Of(
                ProviderFailure.Forbidden,
                $"{Start} does not let this user do that: the playlist belongs to somebody else, or is made by a rule or a file.",
                refusal);

        private ProviderException OfStrangeAnswer(NotSubsonicException strange) => strange switch
        {
            { IsForPeople: true } => Malformed(
                $"An authentication proxy is in front of {Name} and answers in its place. Exempt the paths below /rest/ from it. {Consequence}", strange),
            { IsTooMuch: true } => Of(
                ProviderFailure.TooMuch, $"{Start}, or a proxy in front of it, takes no call of this length, and Spotter found none that it takes. {Consequence}", strange),
            { StatusCode: HttpStatusCode.TooManyRequests } => Unavailable(
                $"{Start}, or a proxy in front of it, gets too many calls and asks for a pause. {Consequence}", strange),
            { IsTransient: true } => Unavailable(
                $"{Start}, or a proxy in front of it, is out of order (HTTP {(int)strange.StatusCode}). {Consequence}", strange),
            { StatusCode: HttpStatusCode.NotFound } => Malformed(
                $"No Subsonic server answers at {Name}'s address. Check Navidrome:BaseUrl, its sub-path included. {Consequence}", strange),
            _ => Malformed(
                $"What answers at {Name}'s address is no Subsonic server (HTTP {(int)strange.StatusCode}). Check Navidrome:BaseUrl. {Consequence}", strange),
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
}
