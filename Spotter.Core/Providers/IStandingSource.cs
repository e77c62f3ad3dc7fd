using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>
/// A <see cref="ISourceFactory"/> whose connection comes from the installation's configuration instead of a form: every user has it, and
/// nobody signs in or disconnects.
/// </summary>
public interface IStandingSource
{
    /// <summary>What its card is called.</summary>
    Fact Title { get; }

    /// <summary>Its location on the server's machine. Only for administrators.</summary>
    string Place { get; }

    /// <summary>What becomes of what is there, for the user of this name.</summary>
    Fact Explain(string userName);

    /// <summary>The connection of the user with this name: its owner, and the values that open it.</summary>
    (SourceOwner Owner, SourceValues Values) ConnectionOf(string userName);

    /// <summary>What the last read of this user's connection could not make a playlist of; empty where there was none yet.</summary>
    IReadOnlyList<Fact> FindRemarks(string userName);

    /// <summary>Whether something has changed since the last call, and no further change follows. It is a hint: the schedule finds what it
    /// misses.</summary>
    bool TakeChange();
}
