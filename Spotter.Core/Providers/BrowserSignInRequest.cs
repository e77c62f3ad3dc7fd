namespace Spotter.Core.Providers;

/// <summary>A sign-in on a service's own page that has begun. It stays on the server; only <see cref="Address"/> goes to the
/// browser.</summary>
public sealed class BrowserSignInRequest(Uri address, string state, string verifier, Uri redirect, SourceValues entered)
{
    /// <summary>The address that the user is sent to.</summary>
    public Uri Address { get; } = address;

    /// <summary>A random value by which the user is recognised when they return.</summary>
    public string State { get; } = state;

    /// <summary>The secret that proves that the same browser returns (PKCE code verifier).</summary>
    public string Verifier { get; } = verifier;

    /// <summary>The address that the service sends the user back to.</summary>
    public Uri Redirect { get; } = redirect;

    /// <summary>The values entered in the form.</summary>
    public SourceValues Entered { get; } = entered;
}
