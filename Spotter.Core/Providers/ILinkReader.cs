namespace Spotter.Core.Providers;

/// <summary>A <see cref="ISourceFactory"/> whose service shows public playlists to everybody, by their link.</summary>
public interface ILinkReader
{
    /// <summary>What a link looks like, as an example for people.</summary>
    string LinkExample { get; }

    /// <summary>The remote id of the playlist that the link leads to, or null where the link is none of this service's playlists.</summary>
    string? FindRemoteId(Uri link);

    /// <summary>What to do about a link of this service that leads to no playlist, or null where the link is not this service's.</summary>
    LinkAdvice? Advise(Uri link);
}
