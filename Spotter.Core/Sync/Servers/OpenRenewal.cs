
namespace Spotter.Core.Sync.Servers;

/// <summary>The open question to a user about a server that was set up from scratch.</summary>
/// <param name="RecognisedAt">When it was recognised.</param>
/// <param name="KnownSongs">How many songs were known by their ids.</param>
/// <param name="FoundSongs">How many of them the server has.</param>
/// <param name="Playlists">The playlists whose targets the server does not have, by name.</param>
public sealed record OpenRenewal(DateTimeOffset RecognisedAt, int KnownSongs, int FoundSongs, IReadOnlyList<OrphanedPlaylist> Playlists);
