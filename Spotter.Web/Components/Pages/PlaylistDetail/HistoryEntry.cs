using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One entry of a playlist's history: what a run did, and the content before it, which can be restored.</summary>
/// <param name="Event">The audit log entry.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Before">What the target contained before that run wrote to it, if it is still kept.</param>
public sealed record HistoryEntry(SyncEvent Event, SyncEventMetadata Figures, KeptContent? Before);
