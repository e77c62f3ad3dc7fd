using Microsoft.EntityFrameworkCore;

namespace Spotter.Core.Persistence;

/// <summary>The schema of a database, as it is and as this version wants it.</summary>
public static class DatabaseSchema
{
    /// <summary>Applies the migrations that are missing, unless the database has some that this version does not know.</summary>
    /// <exception cref="DatabaseVersionException">It has.</exception>
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
