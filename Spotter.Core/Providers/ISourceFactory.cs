using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>
/// A service that users connect, once for each account that they have there. It describes its own form, so that no page knows it by name. A
/// service without a form shows public links to everybody (<see cref="ILinkReader"/>), or exists by configuration
/// (<see cref="IStandingSource"/>).
/// </summary>
public interface ISourceFactory : IProviderFactory
{
    /// <summary>What it brings, for people who choose.</summary>
    Fact Summary { get; }

    /// <summary>The fields of the form, in order. Empty if there is nothing to sign in to.</summary>
    IReadOnlyList<SourceField> Fields { get; }

    /// <summary>Whether users can connect their own accounts.</summary>
    bool TakesAccounts => Fields.Count > 0;

    /// <summary>Opens the service with these values, without calling it yet.</summary>
    /// <param name="session">The values entered in the form, or no values for public links.</param>
    IConnectedSource Open(SourceSession session);

    /// <summary>Always null: a source is opened by connection, and an account may have several.</summary>
    Task<IProvider?> IProviderFactory.CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(null);
}
