using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Layout;

/// <summary>An audit log entry that needs the user's attention.</summary>
/// <param name="Event">The entry.</param>
/// <param name="PlaylistName">The current name of its playlist, or the name at that time. Null if it is not about a playlist.</param>
/// <param name="PlaylistId">That playlist, if it still exists.</param>
public sealed record FrameNotice(SyncEvent Event, string? PlaylistName, int? PlaylistId);
