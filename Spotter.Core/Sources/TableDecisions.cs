using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
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

    /// <summary>All decisions of the user with this name, for reading files in the user's absence.</summary>
    public async Task<KnownTables> ReadAsync(string userName, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var userId = await db.Accounts.Where(account => account.UserName == userName).Select(account => (int?)account.UserId).FirstOrDefaultAsync(cancellationToken);
        return userId is { } id ? await ReadAsync(id, cancellationToken) : KnownTables.None;
    }

    /// <summary>Stores the user's decision about this kind of table, replacing an earlier one.</summary>
    public async Task RememberAsync(int userId, UnknownTable table, TableMapping mapping, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(table);
        ArgumentNullException.ThrowIfNull(mapping);
        // If the supposed header turns out to be a track, the decision about it as a header must go too: it would be found first.
        string[] replaced = [table.FingerprintOf(mapping.HasHeader), table.FingerprintOf(hasHeader: true)];
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        await using var transaction = await db.Database.BeginTransactionAsync(cancellationToken);
        await db.TableDecisions.Where(decision => decision.UserId == userId && replaced.Contains(decision.Fingerprint)).ExecuteDeleteAsync(cancellationToken);
        db.TableDecisions.Add(new TableDecision
        {
            UserId = userId,
            Fingerprint = table.FingerprintOf(mapping.HasHeader),
            Mapping = mapping,
            DecidedAt = clock.GetUtcNow(),
        });
        await db.SaveChangesAsync(cancellationToken);
        await transaction.CommitAsync(cancellationToken);
    }
}
