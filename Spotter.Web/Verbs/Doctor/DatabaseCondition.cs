using System.Data.Common;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;
using Spotter.Core.Persistence.Sqlite;
using Spotter.Web.Settings;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>Finds out once what the database is like, without creating or updating it.</summary>
public sealed class DatabaseCondition(IDbContextFactory<SpotterDbContext> contexts, SpotterSettings settings)
{
    private (DatabaseState State, string? Problem)? _found;

    /// <summary>The state, and the engine's words about it if it is a bad one.</summary>
    public async Task<(DatabaseState State, string? Problem)> FindAsync(CancellationToken cancellationToken)
        => _found ??= await LookAsync(cancellationToken);

    private async Task<(DatabaseState State, string? Problem)> LookAsync(CancellationToken cancellationToken)
    {
        // To open a file that is not there would create it.
        if (settings.Database is SqliteEngine && !File.Exists(settings.Database.Place))
        {
            return (DatabaseState.Missing, null);
        }

        if (await settings.Database.FindAbsenceAsync(cancellationToken) is { } absence)
        {
            return (DatabaseState.Away, absence.GetBaseException().Message);
        }

        try
        {
            await using var db = await contexts.CreateDbContextAsync(cancellationToken);
            var known = db.Database.GetMigrations().ToHashSet(StringComparer.Ordinal);
            var applied = (await db.Database.GetAppliedMigrationsAsync(cancellationToken)).ToHashSet(StringComparer.Ordinal);
            if (!applied.IsSubsetOf(known))
            {
                return (DatabaseState.Newer, null);
            }

            if (await db.Engine.FindDamageAsync(db, cancellationToken) is { } damage)
            {
                return (DatabaseState.Unusable, damage);
            }

            await TryWritingAsync(db, cancellationToken);
            return (applied.Count == 0 ? DatabaseState.Missing : known.IsSubsetOf(applied) ? DatabaseState.Current : DatabaseState.Older, null);
        }
        catch (Exception exception) when (exception is DbException or IOException or UnauthorizedAccessException || DatabaseTroubles.Of(exception) is not null)
        {
            return (DatabaseState.Unusable, exception.GetBaseException().Message);
        }
    }

    private static async Task TryWritingAsync(SpotterDbContext db, CancellationToken cancellationToken)
    {
        try
        {
            await db.Engine.TryWritingAsync(db, cancellationToken);
        }
        catch (Exception exception) when (DatabaseTroubles.Of(exception) is DatabaseTrouble.Busy)
        {
            // Spotter is running and writing, which is normal.
        }
    }
}
