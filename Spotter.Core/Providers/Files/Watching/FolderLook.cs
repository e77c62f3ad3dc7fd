using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>What one look at the watched folder found for a user.</summary>
/// <param name="Playlists">Every playlist, and what could not be made one, with its obstacle.</param>
/// <param name="Files">The file that each playlist is read from, by remote id.</param>
/// <param name="Unread">Files of which nobody knows what they hold, since they could not be read: why, each.</param>
internal sealed record FolderLook(
    IReadOnlyList<SourcePlaylistSummary> Playlists, IReadOnlyDictionary<string, FolderFile> Files, IReadOnlyList<Fact> Unread);
