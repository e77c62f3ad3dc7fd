using System.Globalization;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Opens stored connections: decrypts their secrets, and stores values that the service renews.</summary>
public sealed class SourceSessions(IDbContextFactory<SpotterDbContext> contexts, ProviderRegistry providers, SourceSecrets secrets)
{
    /// <summary>The source as this connection sees it. It does not call the service.</summary>
    /// <exception cref="ProviderException">The service is unknown to this version, or the secrets can no longer be read.</exception>
    public IConnectedSource Open(SourceConnection connection)
    {
        var factory = Find(connection.Kind);
        return factory.Open(new SourceSession(
            ReadValues(connection),
            (values, cancellationToken) => StoreAsync(factory, connection.Id, values, cancellationToken),
            cancellationToken => ReloadAsync(connection.Id, cancellationToken),
            cancellationToken => contexts.TakeTurnAsync(string.Create(CultureInfo.InvariantCulture, $"source-connection/{connection.Id}"), cancellationToken)));
    }

    /// <summary>All values that were entered for the connection.</summary>
    /// <exception cref="ProviderException">The secrets can no longer be read.</exception>
    public SourceValues ReadValues(SourceConnection connection)
        => secrets.Unprotect(connection.ProtectedSecrets) is { } secret
            ? new SourceValues(connection.Settings.Select(pair => KeyValuePair.Create<string, string?>(pair.Key, pair.Value))).With(secret)
            : throw new ProviderException(
                connection.Kind, ProviderFailure.Unauthorized,
                new Fact.KeysLost(providers.DisplayNameOf(connection.Kind)));

    /// <summary>Writes values into a connection, the secret ones encrypted.</summary>
    public void Write(SourceConnection connection, ISourceFactory factory, SourceValues values)
    {
        connection.Settings = values.Only(name => !IsSecret(factory, name)).ToDictionary();
        connection.ProtectedSecrets = secrets.Protect(values.Only(name => IsSecret(factory, name)));
    }

    /// <summary>The factory of a kind.</summary>
    /// <exception cref="ProviderException">The kind is not registered.</exception>
    public ISourceFactory Find(string kind)
        => providers.FindSource(kind) ?? throw new ProviderException(kind, ProviderFailure.Forbidden, new Fact.ServiceUnknown(kind));

    private async Task<SourceValues?> ReloadAsync(int connectionId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return await db.SourceConnections.AsNoTracking().SingleOrDefaultAsync(c => c.Id == connectionId, cancellationToken) is { } connection
            ? ReadValues(connection)
            : null;
    }

    private async Task StoreAsync(ISourceFactory factory, int connectionId, SourceValues values, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.SourceConnections.SingleOrDefaultAsync(c => c.Id == connectionId, cancellationToken) is { } connection)
        {
            Write(connection, factory, values);
            await db.SaveChangesAsync(cancellationToken);
        }
    }

    // A value that is not on the form is a token from the service, and so a secret.
    private static bool IsSecret(ISourceFactory factory, string name) => !factory.Fields.Any(field => field.Name == name && !field.IsSecret);
}
