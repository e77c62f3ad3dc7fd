using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>
/// A <see cref="ISourceFactory"/> whose connection comes from the installation's configuration instead of a form: every user has it, and
/// nobody signs in or disconnects.
/// </summary>
public interface IStandingSource
{
    /// <summary>The title of its card.</summary>
    string Title { get; }

    /// <summary>Its location on the server's machine. Only for administrators.</summary>
    string Place { get; }

    /// <summary>Explains in a sentence or two how its content becomes playlists of the user with this name.</summary>
    string Explain(string userName);

    /// <summary>The connection of the user with this name: its owner, and the values that open it.</summary>
    (SourceOwner Owner, SourceValues Values) ConnectionOf(string userName);

    /// <summary>What the last read of this user's connection could not turn into playlists. Empty before the first read.</summary>
    IReadOnlyList<Fact> FindRemarks(string userName);

    /// <summary>Whether something has changed since the last call, and no further change follows. It is a hint: the schedule finds what it
    /// misses.</summary>
    bool TakeChange();
}
