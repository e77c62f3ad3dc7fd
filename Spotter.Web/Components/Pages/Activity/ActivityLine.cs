using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.Activity;

/// <summary>One line of the timeline.</summary>
/// <param name="Event">The line of the audit log.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="PlaylistName">The playlist's name now, or as it was; null where the line concerns none.</param>
/// <param name="PlaylistExists">Whether the playlist can still be opened.</param>
public sealed record ActivityLine(SyncEvent Event, SyncEventMetadata Figures, string? PlaylistName, bool PlaylistExists);
