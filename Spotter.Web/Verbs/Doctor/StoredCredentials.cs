using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;

namespace Spotter.Web.Verbs.Doctor;

/// <summary>The credentials with which background syncs sign in.</summary>
public sealed class StoredCredentials(DatabaseCondition condition, IDbContextFactory<SpotterDbContext> contexts, CredentialVault vault)
{
    /// <summary>Enough to see whether it works.</summary>
    private const int Most = 20;

    /// <summary>Everybody whose account waits for nothing, or the first of them. Nobody if the database cannot be read by this version.</summary>
    public async Task<IReadOnlyList<StoredCredential>> ReadAsync(CancellationToken cancellationToken)
    {
        if ((await condition.FindAsync(cancellationToken)).State != DatabaseState.Current)
        {
            return [];
        }

        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var accounts = await db.Accounts.AsNoTracking().OrderBy(account => account.Id).Select(account => new { account.Id, account.UserName }).Take(Most).ToListAsync(cancellationToken);
        List<StoredCredential> people = [];
        foreach (var account in accounts)
        {
            people.Add(new(account.UserName, await vault.FindAsync(account.Id, cancellationToken)));
        }

        return people;
    }
}
