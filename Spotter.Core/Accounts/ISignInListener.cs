namespace Spotter.Core.Accounts;

/// <summary>Is told of each sign-in after it was stored. Whatever fails here, the sign-in has happened.</summary>
public interface ISignInListener
{
    /// <summary>Somebody has signed in.</summary>
    /// <param name="signedIn">Who.</param>
    /// <param name="hadToSignIn">Whether nothing was done for this user until now, since the server had refused the password that was known.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task HearAsync(SignedIn signedIn, bool hadToSignIn, CancellationToken cancellationToken);
}
