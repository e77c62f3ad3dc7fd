using Microsoft.AspNetCore.DataProtection;
using Microsoft.EntityFrameworkCore;
using Spotter.Core.Persistence;

namespace Spotter.Core.Accounts;

/// <summary>Keeps the credentials that background syncs need, encrypted with the installation's keys.</summary>
public sealed class CredentialVault(IDbContextFactory<SpotterDbContext> contexts, IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Spotter.Accounts.Credentials.v1");

    /// <summary>The text that is stored for a password.</summary>
    public string Protect(string password) => _protector.Protect(password);

    /// <summary>The account's credentials, or null if the user must sign in again, because the server refused them or the keys are lost.</summary>
    public async Task<Credentials?> FindAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is null || account.NeedsSignIn || account.ProtectedPassword is null)
        {
            return null;
        }

        // Without the keys this user signs in again, and nothing else is lost.
        return Unprotect(account.ProtectedPassword) is { } password ? new Credentials(account.UserName, password) : null;
    }

    /// <summary>The password in a stored text, or null if its keys are lost.</summary>
    public string? Unprotect(string protectedPassword)
    {
        try
        {
            return _protector.Unprotect(protectedPassword);
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            return null;
        }
    }
}
