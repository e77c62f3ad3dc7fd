namespace Spotter.Core.Providers;

/// <summary>A <see cref="ISourceFactory"/> whose service signs in its users on its own page (OAuth, Authorization Code with
/// PKCE).</summary>
public interface IBrowserSignIn
{
    /// <summary>Creates the address that the user is sent to, together with the secrets that stay on the server.</summary>
    /// <param name="entered">The values entered in the form.</param>
    /// <param name="redirect">The address that the service sends the user back to, exactly as registered there.</param>
    /// <exception cref="ProviderException">The form is incomplete.</exception>
    BrowserSignInRequest Begin(SourceValues entered, Uri redirect);

    /// <summary>Exchanges the code that the user returned with for values that open the service.</summary>
    /// <exception cref="ProviderException">The service refuses the code or could not answer.</exception>
    Task<SourceValues> CompleteAsync(BrowserSignInRequest request, string code, CancellationToken cancellationToken);
}
