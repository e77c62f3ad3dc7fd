using Spotter.Core.Tracks;


namespace Spotter.Core.Sources;

/// <summary>A public playlist that a link leads to, as read just now.</summary>
/// <param name="Kind">The service.</param>
/// <param name="Summary">What it says of the playlist.</param>
public sealed record LinkedPlaylist(string Kind, SourcePlaylistSummary Summary)
{
    /// <summary>The connection of the user's without whose sign-in the service does not show it; null where it shows it to everybody.</summary>
    public int? ConnectionId { get; init; }
}
