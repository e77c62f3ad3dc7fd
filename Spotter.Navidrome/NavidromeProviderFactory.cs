using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Navidrome.Native;
using Spotter.Navidrome.Subsonic;

namespace Spotter.Navidrome;

/// <summary>Creates the provider for an account, with the credentials in the vault.</summary>
public sealed class NavidromeProviderFactory : IProviderFactory
{
    private readonly CredentialVault _vault;
    private readonly SubsonicClientFactory _clients;
    private readonly NativeClientFactory _natives;
    private readonly TimeProvider _clock;

    internal NavidromeProviderFactory(CredentialVault vault, SubsonicClientFactory clients, NativeClientFactory natives, TimeProvider clock)
    {
        _vault = vault;
        _clients = clients;
        _natives = natives;
        _clock = clock;
    }

    /// <inheritdoc />
    public string Kind => ProviderKinds.Navidrome;

    /// <inheritdoc />
    public string DisplayName => _clients.ServerName.Own ?? "Music server";

    /// <inheritdoc />
    public async Task<IProvider?> CreateAsync(int accountId, CancellationToken cancellationToken)
    {
        var credentials = await _vault.FindAsync(accountId, cancellationToken)
            ?? throw new ProviderException(Kind, ProviderFailure.Unauthorized, new Fact.NoPassword());
        return await CreateAsync(credentials, cancellationToken);
    }

    /// <summary>The provider with these credentials, which need not belong to an account.</summary>
    public async Task<NavidromeProvider> CreateAsync(Credentials credentials, CancellationToken cancellationToken)
    {
        var client = _clients.Create(credentials);
        await client.Server.LoadAsync(cancellationToken);
        return new NavidromeProvider(client, _natives.Create(credentials), _clock);
    }
}
