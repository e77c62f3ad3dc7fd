using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>A playlist that was stored and not announced yet.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Result">The result of storing it.</param>
/// <param name="IsChanged">Whether anything changed.</param>
/// <param name="IsWanted">Whether a sync was requested with it.</param>
internal sealed record StoredPlaylist(Playlist Row, ImportResult Result, bool IsChanged, bool IsWanted);
