namespace Spotter.Core.Accounts;

/// <summary>Signs people in against the music server, and makes their rows at the first visit.</summary>
public sealed class SignIn
{
    /// <summary>Checks the credentials, stores them encrypted, and wakes the user's syncs if they waited for it.</summary>
    /// <returns>Who it is, or null where the server refuses the credentials.</returns>
    /// <exception cref="Providers.ProviderException">The server could not answer.</exception>
    public Task<SignedIn?> SignInAsync(Credentials credentials, CancellationToken cancellationToken) => throw new NotImplementedException();
}
