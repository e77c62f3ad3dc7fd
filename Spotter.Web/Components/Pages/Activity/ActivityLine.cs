using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.Activity;

/// <summary>One entry of the timeline.</summary>
/// <param name="Event">The audit log entry.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="PlaylistName">The current name of its playlist, or the name at that time. Null if the entry is not about a playlist.</param>
/// <param name="PlaylistExists">Whether the playlist can still be opened.</param>
public sealed record ActivityLine(SyncEvent Event, SyncEventMetadata Figures, string? PlaylistName, bool PlaylistExists);
