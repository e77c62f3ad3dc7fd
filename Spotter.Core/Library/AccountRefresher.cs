using Microsoft.EntityFrameworkCore;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;

namespace Spotter.Core.Library;

/// <summary>Looks at an account's server: the library where it changed, and the server's own playlists.</summary>
public sealed class AccountRefresher(
    IDbContextFactory<SpotterDbContext> contexts, LibraryIndexCache library, ServerPlaylists serverPlaylists, SignInGuard guard)
{
    /// <summary>Reads what is not fresh any more.</summary>
    /// <returns>False where a scan is under way, so that the library is read at a later occasion.</returns>
    /// <exception cref="ProviderException">The server could not answer.</exception>
    public async Task<bool> RefreshAsync(int accountId, CancellationToken cancellationToken)
    {
        await using var db = await contexts.CreateDbContextAsync(cancellationToken);
        var account = await db.Accounts.AsNoTracking().SingleOrDefaultAsync(a => a.Id == accountId, cancellationToken);
        if (account is null || account.NeedsSignIn)
        {
            return true;
        }

        try
        {
            await serverPlaylists.RefreshAsync(account.UserId, cancellationToken);
            await library.GetFreshAsync(accountId, progress: null, cancellationToken);
            return true;
        }
        catch (LibraryScanningException)
        {
            return false;
        }
        catch (ProviderException exception) when (exception.Failure == ProviderFailure.Unauthorized)
        {
            await guard.NoteRefusalAsync(accountId, Guid.NewGuid());
            throw;
        }
    }
}
