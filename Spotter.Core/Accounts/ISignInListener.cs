namespace Spotter.Core.Accounts;

/// <summary>Is notified of each sign-in after it was stored. A failure here does not undo the sign-in.</summary>
public interface ISignInListener
{
    /// <summary>Somebody has signed in.</summary>
    /// <param name="signedIn">Who.</param>
    /// <param name="hadToSignIn">Whether the user's syncs had stopped because the server refused the stored password.</param>
    /// <param name="cancellationToken">Stops the call.</param>
    Task HearAsync(SignedIn signedIn, bool hadToSignIn, CancellationToken cancellationToken);
}
