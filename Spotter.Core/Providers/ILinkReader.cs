namespace Spotter.Core.Providers;

/// <summary>A <see cref="ISourceFactory"/> whose service shows public playlists to everybody by their link.</summary>
public interface ILinkReader
{
    /// <summary>An example of a link, for display.</summary>
    string LinkExample { get; }

    /// <summary>The remote id of the playlist that the link leads to. Null if it is not a link to one of this service's
    /// playlists.</summary>
    string? FindRemoteId(Uri link);

    /// <summary>What to do with a link of this service that leads to no playlist. Null if the link is not this service's.</summary>
    LinkAdvice? Advise(Uri link);
}
