using Spotter.Core.Matching;

namespace Spotter.Core.Library;

/// <summary>One fresh index per account, shared by every run and page.</summary>
public sealed class LibraryIndexCache
{
    /// <summary>The index as it is known now, from memory or database, without asking the server; empty where the library was never read.</summary>
    public Task<LibraryIndex> GetKnownAsync(int accountId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>Has the account's library read again in the background, whatever the change detector says. Progress comes as <see cref="Events.LibraryProgressed"/>.</summary>
    public Task RequestRereadAsync(int userId, CancellationToken cancellationToken) => throw new NotImplementedException();

    /// <summary>How far the reading of this account's library is, or null where it is not being read now.</summary>
    public Providers.LibraryReadProgress? FindProgress(int accountId) => throw new NotImplementedException();
}
