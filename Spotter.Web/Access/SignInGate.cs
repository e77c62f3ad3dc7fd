using System.Net;
using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Web.Wording;

namespace Spotter.Web.Access;

/// <summary>Signs users in, for the sign-in form and the API alike: first the throttle, then the music server.</summary>
public sealed partial class SignInGate(
    SignIn signIn, SignInThrottle throttle, AccessCheck access, FactWording wording, TimeProvider time, ILogger<SignInGate> logger)
{
    /// <summary>The visitor, or the reason for the refusal; exactly one of the two.</summary>
    /// <param name="credentials">The credentials that were entered or sent.</param>
    /// <param name="address">The client's address.</param>
    /// <param name="device">The secret of a device or program that was let in with this name before, or null.</param>
    /// <param name="cancellationToken">Stops the sign-in.</param>
    public async Task<(Visitor? Visitor, SignInRefusal? Refusal)> EnterAsync(
        Credentials credentials, IPAddress? address, string? device, CancellationToken cancellationToken)
    {
        var (begun, nextTry) = await throttle.BeginAsync(credentials.UserName, address, device, cancellationToken);
        if (begun is null)
        {
            Log.TooManyTries(logger, address);
            return (null, TooManyTries(nextTry!.Value - time.GetUtcNow()));
        }

        // A try that ends without an answer has revealed nothing.
        var settle = throttle.GiveBack;
        try
        {
            if (await signIn.SignInAsync(credentials, cancellationToken) is not { } signedIn)
            {
                settle = throttle.NoteFailure;
                Log.Refused(logger, address);
                return (null, new SignInRefusal(SignInRefusalReason.WrongCredentials, "The music server does not know this name and password."));
            }

            settle = throttle.Forgive;
            access.NoteSignedIn(signedIn.AccountId);
            return (Visitor.Of(signedIn), null);
        }
        catch (ProviderException exception)
        {
            Log.ServerUnavailable(logger, exception.Failure, exception);
            return (null, new SignInRefusal(SignInRefusalReason.ServerUnavailable, wording.Say(exception.Reason)));
        }
        finally
        {
            settle(begun);
        }
    }

    private static SignInRefusal TooManyTries(TimeSpan wait)
    {
        var minutes = (int)Math.Max(1, Math.Ceiling(wait.TotalMinutes));
        return new(
            SignInRefusalReason.TooManyTries,
            $"Too many failed tries. Try again in {minutes} {(minutes == 1 ? "minute" : "minutes")}.",
            wait);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "Nobody can sign in: the music server did not answer ({Failure}).")]
        public static partial void ServerUnavailable(ILogger logger, ProviderFailure failure, Exception exception);

        // The name is left out, since people type passwords into the wrong field.
        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "A sign-in from {Address} was refused.")]
        public static partial void Refused(ILogger logger, IPAddress? address);

        [LoggerMessage(EventId = 3, Level = LogLevel.Information, Message = "A sign-in from {Address} was not tried: there were too many failures.")]
        public static partial void TooManyTries(ILogger logger, IPAddress? address);
    }
}
