using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Persistence;

/// <summary>Brings the schema of a database up to date.</summary>
public static class DatabaseSchema
{
    /// <summary>Applies the missing migrations, unless the database has one that this version does not know.</summary>
    /// <exception cref="DatabaseVersionException">The database has a migration that this version does not know.</exception>
    public static async Task BringUpToDateAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
        if ((await db.Database.GetAppliedMigrationsAsync(cancellationToken)).LastOrDefault(migration => !known.Contains(migration)) is { } unknown)
        {
            throw new DatabaseVersionException(db.Engine.Place, unknown);
        }

        await db.Database.MigrateAsync(cancellationToken);
    }
}
