namespace Spotter.Core.Providers;

/// <summary>A sign-in at a service's own page that has begun. Stays on the server; only <see cref="Address"/> goes to the browser.</summary>
public sealed class BrowserSignInRequest(Uri address, string state, string verifier, Uri redirect, SourceValues entered)
{
    /// <summary>Where the user is sent.</summary>
    public Uri Address { get; } = address;

    /// <summary>The word by which the user is known when they come back.</summary>
    public string State { get; } = state;

    /// <summary>The secret that proves that who comes back is who was sent (PKCE).</summary>
    public string Verifier { get; } = verifier;

    /// <summary>Where they are sent back to.</summary>
    public Uri Redirect { get; } = redirect;

    /// <summary>What the form was given.</summary>
    public SourceValues Entered { get; } = entered;
}
