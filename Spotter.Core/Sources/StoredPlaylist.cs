using Spotter.Core.Playlists;

namespace Spotter.Core.Sources;

/// <summary>A playlist that is stored, before anybody is told of it.</summary>
/// <param name="Row">Its row.</param>
/// <param name="Result">What came of it.</param>
/// <param name="IsChanged">Whether anything is different now.</param>
/// <param name="IsWanted">Whether a sync is wanted with it.</param>
internal sealed record StoredPlaylist(Playlist Row, ImportResult Result, bool IsChanged, bool IsWanted);
