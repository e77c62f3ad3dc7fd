
namespace Spotter.Core.Sync.Servers;

/// <summary>A server that was set up from scratch, as its user is asked about it.</summary>
/// <param name="RecognisedAt">When it was recognised.</param>
/// <param name="KnownSongs">How many songs were known by their ids.</param>
/// <param name="FoundSongs">How many of them are there.</param>
/// <param name="Playlists">The playlists whose targets are not there, by name.</param>
public sealed record OpenRenewal(DateTimeOffset RecognisedAt, int KnownSongs, int FoundSongs, IReadOnlyList<OrphanedPlaylist> Playlists);
