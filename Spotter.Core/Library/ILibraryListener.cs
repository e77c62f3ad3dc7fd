using Spotter.Core.Accounts;
using Spotter.Core.Persistence;

namespace Spotter.Core.Library;

/// <summary>Updates what is stored about songs to a library that was just read, in the transaction that stores the library.</summary>
public interface ILibraryListener
{
    /// <summary>A library is being stored.</summary>
    /// <param name="db">The transaction's context.</param>
    /// <param name="account">Whose library.</param>
    /// <param name="lookup">The library as it was read.</param>
    /// <param name="cancellationToken">Stops waiting for the database.</param>
    Task HealAsync(SpotterDbContext db, Account account, SongLookup lookup, CancellationToken cancellationToken);
}
