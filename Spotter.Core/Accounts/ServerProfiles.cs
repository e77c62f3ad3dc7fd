using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>Keeps what has been learnt of music servers over a restart.</summary>
public sealed class ServerProfiles(IDbContextFactory<SpotterDbContext> contexts)
{
    /// <summary>What is known of the server at the address, as it stands in the configuration, or null where it has never been asked.</summary>
    public async Task<ServerProfile?> FindAsync(string address, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return (await db.ServerProfiles.AsNoTracking().SingleOrDefaultAsync(stored => stored.Address == address, cancellationToken))?.Profile;
    }

    /// <summary>Keeps it.</summary>
    public async Task SaveAsync(string address, ServerProfile profile, CancellationToken cancellationToken)
    {
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
        }
        catch (Exception exception) when (exception is DbUpdateException or System.Data.Common.DbException)
        {
            // Somebody else was first to store it, or the database takes nothing now. It is knowledge that the next call brings again.
        }
    }
}
