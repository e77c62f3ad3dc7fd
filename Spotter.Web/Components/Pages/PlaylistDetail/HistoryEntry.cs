using Spotter.Core.Playlists;

namespace Spotter.Web.Components.Pages.PlaylistDetail;

/// <summary>One line of a playlist's history: what a run did, and the content that one can bring back from before it.</summary>
/// <param name="Event">The line of the audit log.</param>
/// <param name="Figures">Its figures.</param>
/// <param name="Before">What the target held before that run wrote, where it is still kept.</param>
public sealed record HistoryEntry(SyncEvent Event, SyncEventMetadata Figures, KeptContent? Before);
