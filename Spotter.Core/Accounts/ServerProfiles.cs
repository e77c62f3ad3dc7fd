using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>Keeps what has been learnt of music servers over a restart, and knows what the one of this installation is called.</summary>
public sealed class ServerProfiles(IDbContextFactory<SpotterDbContext> contexts)
{
    private ServerProfile? _latest;

    /// <summary>What the server is called that was loaded or has answered last: there is one an installation.</summary>
    public ServerName Name => ServerName.Of(Volatile.Read(ref _latest)?.Type);

    /// <summary>What is known of the server that this installation has to do with, or null where it has never been asked.</summary>
    /// <param name="address">Its address, as it stands in the configuration.</param>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    public async Task<ServerProfile?> LoadAsync(string address, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(address, cancellationToken);

        // Who has answered meanwhile knows better.
        Interlocked.CompareExchange(ref _latest, stored, null);
        return stored;
    }

    /// <summary>What is known of the server at the address, as it stands in the configuration, or null where it has never been asked.</summary>
    public async Task<ServerProfile?> FindAsync(string address, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.ServerProfiles.AsNoTracking().SingleOrDefaultAsync(stored => stored.Address == address, cancellationToken))?.Profile;
    }

    /// <summary>Keeps what the server that this installation has to do with has taught, and what it is, with its accounts: after an upgrade it is another one.</summary>
    public async Task SaveAsync(string address, ServerProfile profile, CancellationToken cancellationToken)
    {
        Volatile.Write(ref _latest, profile);
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        if (await db.ServerProfiles.SingleOrDefaultAsync(stored => stored.Address == address, cancellationToken) is { } known)
        {
            known.Profile = profile;
        }
        else
        {
            db.ServerProfiles.Add(new StoredServerProfile { Address = address, Profile = profile });
        }

        try
        {
            await db.SaveChangesAsync(cancellationToken);
            await db.Accounts.Where(account => account.ServerUrl == address && (account.ServerType != profile.Type || account.ServerVersion != profile.Version))
                .ExecuteUpdateAsync(set => set.SetProperty(account => account.ServerType, profile.Type).SetProperty(account => account.ServerVersion, profile.Version), cancellationToken);
        }
        catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException)
        {
            // Somebody else was first to store it, or the database takes nothing now. It is knowledge that the next call brings again.
        }
    }
}
