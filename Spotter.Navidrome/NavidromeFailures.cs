using System.Net;
using System.Text.Json;
using Polly.CircuitBreaker;
using Polly.Timeout;
using Refit;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Translates everything that can go wrong with a call into a <see cref="ProviderException"/>. The only place that does
/// so.</summary>
internal static class NavidromeFailures
{
    /// <summary>Makes a call that changes nothing on the server.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Returns the server after a failure, when more may be known about it. Null if its address cannot even be
    /// parsed.</param>
    public static Task<T> ReadAsync<T>(Func<Task<T>> call, Func<SubsonicServer?> server) => RunAsync(call, server, new Fact.NothingWasChanged());

    /// <summary>Makes a call that may have changed something even if its answer was lost.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Returns the server.</param>
    public static Task<T> WriteAsync<T>(Func<Task<T>> call, Func<SubsonicServer?> server)
        => RunAsync(call, server, new Fact.LooksBeforeTryingAgain());

    /// <summary>Asks for one file of the library: a song or a picture. If the server cannot send it, that says nothing about the server.
    /// Only a connection that cannot be made counts as a lost contact.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Returns the server.</param>
    public static Task<T> OpenAsync<T>(Func<Task<T>> call, Func<SubsonicServer?> server) => RunAsync(call, server, consequence: null);

    /// <summary>Whether the server was not reached at all, as opposed to an answer that was interrupted.</summary>
    public static bool IsAway(Exception failure)
        => failure is HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError or HttpRequestError.SecureConnectionError or HttpRequestError.ConnectionError };

    /// <summary>Makes a call.</summary>
    /// <param name="call">The call.</param>
    /// <param name="server">Returns the server.</param>
    /// <param name="consequence">What a failure means for the user's data. Null for a file, to which nothing can happen.</param>
    private static async Task<T> RunAsync<T>(Func<Task<T>> call, Func<SubsonicServer?> server, Fact? consequence)
    {
        T answer;
        try
        {
            answer = await call();
        }
        catch (Exception failure) when ((failure as ProviderException ?? new Reasons(server()?.Name ?? default, consequence).Translate(failure)) is { } translated)
        {
            var isOut = translated.Failure is ProviderFailure.Unavailable or ProviderFailure.Malformed;
            if (consequence is not null || IsAway(failure))
            {
                await NoteAsync(server(), isOut ? translated.Reason : null);
            }

            if (ReferenceEquals(translated, failure))
            {
                throw;
            }

            throw translated;
        }

        await NoteAsync(server(), problem: null);
        return answer;
    }

    /// <summary>A refusal is an answer, too.</summary>
    private static Task NoteAsync(SubsonicServer? server, Fact? problem) => server?.NoteContactAsync(problem) ?? Task.CompletedTask;

    /// <summary>What there is to say of each failure: it names the server that is there, and what has come of it, if anything could.</summary>
    private sealed class Reasons(ServerName name, Fact? consequence)
    {
        /// <summary>The exception for the rest of Spotter. Null if this one is not the server's: cancellation, a bug.</summary>
        public ProviderException? Translate(Exception failure) => failure switch
        {
            SubsonicException refusal => OfRefusal(refusal),
            NotSubsonicException strange => OfStrangeAnswer(strange),
            TimeoutRejectedException late => Unavailable(new Fact.ServerSlow(name, (int)Math.Round(late.Timeout.TotalSeconds)), late),
            OperationCanceledException { InnerException: TimeoutException } unconnected
                => Unavailable(new Fact.ServerNotReachedInTime(name), unconnected),
            BrokenCircuitException broken
                => Unavailable(new Fact.ServerLeftAlone(name), broken),
            HttpRequestException { HttpRequestError: HttpRequestError.NameResolutionError } unknown
                => Unavailable(new Fact.ServerNameUnknown(name), unknown),
            HttpRequestException { HttpRequestError: HttpRequestError.SecureConnectionError } insecure
                => Unavailable(new Fact.ServerNotTrusted(name), insecure),
            HttpRequestException { HttpRequestError: HttpRequestError.ConnectionError } refused
                => Unavailable(new Fact.ServerNotReached(name), refused),
            AnswerTooLongException or HttpRequestException { HttpRequestError: HttpRequestError.ConfigurationLimitExceeded } => Malformed(new Fact.ServerAnswerTooLong(name), failure),
            HttpRequestException or IOException => Unavailable(new Fact.ServerBrokeOff(name), failure),
            ApiException or JsonException => Malformed(new Fact.ServerUnread(name), failure),
            InvalidDataException packed => Malformed(new Fact.ServerAnswerPacked(name), packed),
            FormatException address => Of(ProviderFailure.Malformed, new Fact.ServerAddressInvalid(name), address),
            _ => null,
        };

        private ProviderException OfRefusal(SubsonicException refusal) => refusal.Code switch
        {
            SubsonicErrorCode.WrongCredentials or SubsonicErrorCode.InvalidApiKey
                => Of(ProviderFailure.Unauthorized, new Fact.CredentialsRefused(name), refusal),
            _ when refusal.IsForbidden => Of(ProviderFailure.Forbidden, new Fact.ServerForbids(name), refusal),
            _ when refusal.IsNotFound => Of(ProviderFailure.NotFound, new Fact.ServerKnowsNot(name), refusal),
            _ when refusal.IsTooMuch => Of(ProviderFailure.TooMuch, WithConsequence(new Fact.TooManySongs(name)), refusal),
            _ when refusal.IsBusy => Unavailable(new Fact.ServerBusy(name), refusal),
            SubsonicErrorCode.Generic => Unavailable(new Fact.ServerFailed(name, Short(refusal.ServerMessage)), refusal),
            _ => Malformed(new Fact.ServerRefused(name, Short(refusal.ServerMessage)), refusal),
        };

        private ProviderException OfStrangeAnswer(NotSubsonicException strange) => strange switch
        {
            { IsForPeople: true } => Malformed(new Fact.ProxyInFront(name), strange),
            { IsTooMuch: true } => Of(ProviderFailure.TooMuch, WithConsequence(new Fact.CallTooLong(name)), strange),
            { StatusCode: HttpStatusCode.TooManyRequests } => Unavailable(new Fact.TooManyCalls(name), strange),
            { IsTransient: true } => Unavailable(new Fact.ServerOutOfOrder(name, (int)strange.StatusCode), strange),
            { StatusCode: HttpStatusCode.NotFound } => Malformed(new Fact.NoMusicServer(name), strange),
            _ => Malformed(new Fact.AnotherServer(name, (int)strange.StatusCode), strange),
        };

        /// <summary>The server's message, cut: it may be long, and must not fill a whole page.</summary>
        private static string Short(string message)
        {
            var line = message.ReplaceLineEndings(" ").Trim().TrimEnd('.');
            return line.Length <= 160 ? line : line[..159] + "…";
        }

        private ProviderException Unavailable(Fact reason, Exception cause) => Of(ProviderFailure.Unavailable, WithConsequence(reason), cause);

        private ProviderException Malformed(Fact reason, Exception cause) => Of(ProviderFailure.Malformed, WithConsequence(reason), cause);

        private Fact WithConsequence(Fact reason) => consequence is null ? reason : Fact.Of(reason, consequence);

        private static ProviderException Of(ProviderFailure failure, Fact reason, Exception cause)
            => new(ProviderKinds.Navidrome, failure, reason, cause);
    }
}
