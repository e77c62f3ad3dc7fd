using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Core.Accounts;

/// <summary>Users, their accounts on the music server, and their sessions.</summary>
public static class AccountSets
{
    extension(SpotterDbContext db)
    {
        /// <summary>Everybody who has signed in.</summary>
        public DbSet<User> Users => db.Set<User>();

        /// <summary>Their accounts on the music server.</summary>
        public DbSet<Account> Accounts => db.Set<Account>();

        /// <summary>Their sessions.</summary>
        public DbSet<Session> Sessions => db.Set<Session>();

        /// <summary>What Spotter has learned about music servers.</summary>
        public DbSet<StoredServerProfile> ServerProfiles => db.Set<StoredServerProfile>();
    }
}
