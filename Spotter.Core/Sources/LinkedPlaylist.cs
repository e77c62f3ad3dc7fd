using Spotter.Core.Tracks;


namespace Spotter.Core.Sources;

/// <summary>A public playlist that a link leads to, as just read.</summary>
/// <param name="Kind">The service.</param>
/// <param name="Summary">What the service says about the playlist.</param>
public sealed record LinkedPlaylist(string Kind, SourcePlaylistSummary Summary)
{
    /// <summary>The user's connection, if the service shows the playlist only with its sign-in. Null if the service shows it to
    /// everybody.</summary>
    public int? ConnectionId { get; init; }
}
