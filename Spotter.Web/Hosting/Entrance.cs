using System.Net;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;

namespace Spotter.Web.Hosting;

/// <summary>The way in, the same for the sign-in form and the API: patience, the music server's word, and a first visit's welcome.</summary>
public sealed partial class Entrance(SignIn signIn, SignInThrottle throttle, DemoWelcome welcome, TimeProvider time, ILogger<Entrance> logger)
{
    /// <summary>Who it is, or why not; exactly one of the two.</summary>
    public async Task<(Visitor? Visitor, EntranceRefusal? Refusal)> EnterAsync(
        Credentials credentials, IPAddress? address, CancellationToken cancellationToken)
    {
        if (throttle.FindNextTry(credentials.UserName, address) is { } nextTry)
        {
            return (null, TooManyTries(nextTry - time.GetUtcNow()));
        }

        try
        {
            if (await signIn.SignInAsync(credentials, cancellationToken) is { } signedIn)
            {
                throttle.Forgive(credentials.UserName);
                var visitor = Visitor.Of(signedIn);
                if (signedIn.IsFirstVisit)
                {
                    // Somebody who closes the page at once finds the samples all the same.
                    await welcome.WelcomeAsync(visitor.UserId, CancellationToken.None);
                }

                return (visitor, null);
            }
        }
        catch (ProviderException exception)
        {
            Log.ServerUnavailable(logger, exception.Failure, exception);
            return (null, new EntranceRefusal(EntranceRefusalReason.ServerUnavailable, exception.Message));
        }

        throttle.CountFailure(credentials.UserName, address);
        Log.Refused(logger, address);
        return (null, new EntranceRefusal(EntranceRefusalReason.WrongCredentials, "The music server does not know this name and password."));
    }

    private static EntranceRefusal TooManyTries(TimeSpan wait)
    {
        var minutes = (int)Math.Max(1, Math.Ceiling(wait.TotalMinutes));
        return new(
            EntranceRefusalReason.TooManyTries,
            $"Too many failed tries. Try again in {minutes} {(minutes == 1 ? "minute" : "minutes")}.",
            wait);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Nobody can sign in: the music server gave no answer ({Failure}).")]
        public static partial void ServerUnavailable(ILogger logger, ProviderFailure failure, Exception exception);

        // The name is left out: people type passwords into the wrong field.
        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "A sign-in from {Address} was refused.")]
        public static partial void Refused(ILogger logger, IPAddress? address);
    }
}
