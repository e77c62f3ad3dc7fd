using Spotter.Core.Accounts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Asks the music server whether a user name and password are correct.</summary>
public sealed class NavidromeIdentityProvider : IIdentityProvider
{
    private readonly SubsonicClientFactory _clients;

    internal NavidromeIdentityProvider(SubsonicClientFactory clients) => _clients = clients;

    /// <inheritdoc />
    public async Task<ServerIdentity?> CheckAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        SubsonicServer? server = null;
        try
        {
            return await NavidromeFailures.ReadAsync<ServerIdentity?>(async () =>
            {
                var client = _clients.Create(credentials);
                server = client.Server;
                await client.Server.LoadAsync(cancellationToken);
                var reply = await client.PingAsync(cancellationToken);
                var user = await FindUserAsync(client, cancellationToken);
                await client.Server.KeepAsync();
                return new ServerIdentity(user?.Username ?? credentials.UserName, user?.AdminRole is true, reply.Type, reply.ServerVersion);
            }, () => server);
        }
        catch (ProviderException refusal) when (refusal.Failure == ProviderFailure.Unauthorized)
        {
            return null;
        }
    }

    private static async Task<Subsonic.Wire.SubsonicUser?> FindUserAsync(SubsonicClient client, CancellationToken cancellationToken)
    {
        try
        {
            return await client.GetUserAsync(cancellationToken);
        }
        catch (Exception failure) when (failure is SubsonicException or NotSubsonicException)
        {
            // A user who cannot be shown to be an administrator is not one.
            return null;
        }
    }
}
