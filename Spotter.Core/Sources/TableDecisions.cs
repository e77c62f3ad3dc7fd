using Microsoft.EntityFrameworkCore;
using Spotter.Core.Formats;
using Spotter.Core.Persistence;

namespace Spotter.Core.Sources;

/// <summary>Stores each user's decisions about tables that Spotter does not understand.</summary>
public sealed class TableDecisions(IDbContextFactory<SpotterDbContext> contexts, TimeProvider clock)
{
    /// <summary>All of the user's decisions, for the reader.</summary>
    public async Task<KnownTables> ReadAsync(int userId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        return new(await db.TableDecisions.AsNoTracking()
            .Where(decision => decision.UserId == userId)
            .ToDictionaryAsync(decision => decision.Fingerprint, decision => decision.Mapping, cancellationToken));
    }

    /// <summary>Keeps what the user says of this table and all of its kind, instead of what they said before.</summary>
    public async Task RememberAsync(int userId, UnknownTable table, TableMapping mapping, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mapping);
        // If the supposed header turns out to be a track, the decision about it as a header must go too: it would be found first.
        string[] replaced = [table.FingerprintOf(mapping.HasHeader), table.FingerprintOf(hasHeader: true)];
        await contexts.WriteAsync(
            async db =>
            {
                await db.TableDecisions.Where(decision => decision.UserId == userId && replaced.Contains(decision.Fingerprint)).ExecuteDeleteAsync(cancellationToken);
                db.TableDecisions.Add(new TableDecision
                {
                    UserId = userId,
                    Fingerprint = table.FingerprintOf(mapping.HasHeader),
                    Mapping = mapping,
                    DecidedAt = clock.GetUtcNow(),
                });
                await db.SaveChangesAsync(cancellationToken);
            },
            cancellationToken);
    }
}
