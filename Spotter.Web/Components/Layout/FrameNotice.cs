using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Layout;

/// <summary>A line of the audit log that asks for a look.</summary>
/// <param name="Event">The line.</param>
/// <param name="PlaylistName">The playlist it concerns, as it is called now or was called then; null where it concerns none.</param>
/// <param name="PlaylistId">That playlist, where it still exists.</param>
public sealed record FrameNotice(SyncEvent Event, string? PlaylistName, int? PlaylistId);
