using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>
/// A service that users connect, as often as they have accounts there. It describes its form, so that no page knows it by name. One without
/// a form shows public links to everybody (<see cref="ILinkReader"/>), or is there by configuration (<see cref="IStandingSource"/>).
/// </summary>
public interface ISourceFactory : IProviderFactory
{
    /// <summary>What it brings, for people who choose.</summary>
    Fact Summary { get; }

    /// <summary>What the form asks for, in order; empty where there is nothing to sign in to.</summary>
    IReadOnlyList<SourceField> Fields { get; }

    /// <summary>Whether users can connect an account of theirs.</summary>
    bool TakesAccounts => Fields.Count > 0;

    /// <summary>Sees the service through these values; asks it nothing yet.</summary>
    /// <param name="session">What the form was given, or nothing for public links.</param>
    IConnectedSource Open(SourceSession session);

    /// <summary>A source is opened by connection and not by account, of which it may have several: there is none to make here.</summary>
    Task<IProvider?> IProviderFactory.CreateAsync(int accountId, CancellationToken cancellationToken) => Task.FromResult<IProvider?>(null);
}
