using Refit;
using Spotter.Navidrome.Subsonic.Wire;

namespace Spotter.Navidrome.Subsonic;

/// <summary>The calls that Spotter makes. Always POST, since a playlist of several hundred songs does not fit into a URL.</summary>
internal interface ISubsonicApi
{
    [Post("/rest/ping.view?f=json")]
    Task<SubsonicEnvelope> PingAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getUser.view?f=json")]
    Task<SubsonicEnvelope> GetUserAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getScanStatus.view?f=json")]
    Task<SubsonicEnvelope> GetScanStatusAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getMusicFolders.view?f=json")]
    Task<SubsonicEnvelope> GetMusicFoldersAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getAlbum.view?f=json")]
    Task<SubsonicEnvelope> GetAlbumAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getIndexes.view?f=json")]
    Task<SubsonicEnvelope> GetIndexesAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getGenres.view?f=json")]
    Task<SubsonicEnvelope> GetGenresAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/search3.view?f=json")]
    Task<SubsonicEnvelope> Search3Async([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getPlaylists.view?f=json")]
    Task<SubsonicEnvelope> GetPlaylistsAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getPlaylist.view?f=json")]
    Task<SubsonicEnvelope> GetPlaylistAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/createPlaylist.view?f=json")]
    Task<SubsonicEnvelope> CreatePlaylistAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/updatePlaylist.view?f=json")]
    Task<SubsonicEnvelope> UpdatePlaylistAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/deletePlaylist.view?f=json")]
    Task<SubsonicEnvelope> DeletePlaylistAsync([Body] HttpContent form, CancellationToken cancellationToken);

    [Post("/rest/getCoverArt.view?f=json")]
    Task<HttpResponseMessage> GetCoverArtAsync([Body] HttpContent form, CancellationToken cancellationToken);
}
