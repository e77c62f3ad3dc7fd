using Spotter.Core.Sync.Servers;


namespace Spotter.Web.Api;

/// <summary>Whether the music server was set up from scratch, so that you have to decide what to do with your playlists.</summary>
/// <param name="RecognisedAt">When that was recognised. Null if there is no question.</param>
/// <param name="KnownSongs">How many songs were known by their ids.</param>
/// <param name="FoundSongs">How many of them the server has.</param>
/// <param name="Playlists">The playlists that the server does not have.</param>
public sealed record NewServerResource(DateTimeOffset? RecognisedAt, int KnownSongs, int FoundSongs, IReadOnlyList<OrphanedPlaylist> Playlists)
{
    public static NewServerResource Of(OpenRenewal? renewal)
        => renewal is null ? new(null, 0, 0, []) : new(renewal.RecognisedAt, renewal.KnownSongs, renewal.FoundSongs, renewal.Playlists);
}
