using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Files.Watching;

/// <summary>The result of reading the watched folder for a user.</summary>
/// <param name="Playlists">Every playlist, and every file that could not become one, with its obstacle.</param>
/// <param name="Files">The file that each playlist is read from, by remote id.</param>
/// <param name="Unread">For each file whose content is unknown because it could not be read, the reason.</param>
internal sealed record FolderLook(
    IReadOnlyList<SourcePlaylistSummary> Playlists, IReadOnlyDictionary<string, FolderFile> Files, IReadOnlyList<Fact> Unread);
