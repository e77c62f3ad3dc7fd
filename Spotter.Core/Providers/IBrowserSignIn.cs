namespace Spotter.Core.Providers;

/// <summary>A <see cref="ISourceFactory"/> whose service asks its users itself, on a page of its own (OAuth, Authorization Code with PKCE).</summary>
public interface IBrowserSignIn
{
    /// <summary>Makes the address to which the user is sent. What must not leave the server is kept with it.</summary>
    /// <param name="entered">What the form was given.</param>
    /// <param name="redirect">Where the service sends the user back to, exactly as registered there.</param>
    /// <exception cref="ProviderException">The form is not complete.</exception>
    BrowserSignInRequest Begin(SourceValues entered, Uri redirect);

    /// <summary>Turns the code that the user came back with into values that open the service.</summary>
    /// <exception cref="ProviderException">The service refuses it or could not answer.</exception>
    Task<SourceValues> CompleteAsync(BrowserSignInRequest request, string code, CancellationToken cancellationToken);
}
