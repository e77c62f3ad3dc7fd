using Microsoft.EntityFrameworkCore;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>Stores what Spotter has learned about music servers, and knows the name of this installation's server.</summary>
public sealed class ServerProfiles(IDbContextFactory<SpotterDbContext> contexts)
{
    private ServerProfile? _latest;

    /// <summary>The name of the server that was loaded or answered last; an installation has one.</summary>
    public ServerName Name => ServerName.Of(Volatile.Read(ref _latest)?.Type);

    /// <summary>What is known about this installation's server, or null if it was never asked.</summary>
    /// <param name="address">Its address, as configured.</param>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    public async Task<ServerProfile?> LoadAsync(string address, CancellationToken cancellationToken)
    {
        var stored = await FindAsync(address, cancellationToken);

        // An answer that came meanwhile is newer.
        Interlocked.CompareExchange(ref _latest, stored, null);
        return stored;
    }

    /// <summary>What is known about the server at the configured address, or null if it was never asked.</summary>
    public async Task<ServerProfile?> FindAsync(string address, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.ServerProfiles.AsNoTracking().SingleOrDefaultAsync(stored => stored.Address == address, cancellationToken))?.Profile;
    }

    /// <summary>Stores what this installation's server has taught, and updates type and version of its accounts, which an upgrade changes.</summary>
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
            // Somebody else was first to store it, or the database cannot be written now. The next call learns it again.
        }
    }
}
