using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>
/// A <see cref="ISourceFactory"/> whose connection is there by the installation's configuration and not by a form: every user has one, and
/// nobody signs in or disconnects.
/// </summary>
public interface IStandingSource
{
    /// <summary>What its card is called.</summary>
    Fact Title { get; }

    /// <summary>Where it is on the server; for administrators alone.</summary>
    string Place { get; }

    /// <summary>What becomes of what is there, for the user of this name.</summary>
    Fact Explain(string userName);

    /// <summary>The connection of the user of this name: whose it is, and the values that it is opened with.</summary>
    (SourceOwner Owner, SourceValues Values) ConnectionOf(string userName);

    /// <summary>What the last read of this user's connection could not make a playlist of; empty where there was none yet.</summary>
    IReadOnlyList<Fact> FindRemarks(string userName);

    /// <summary>Whether something has changed since this was last asked, and has come to rest. A hint: what it misses the schedule finds.</summary>
    bool TakeChange();
}
