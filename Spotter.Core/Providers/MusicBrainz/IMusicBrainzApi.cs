using Refit;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>
/// The calls that Spotter makes (musicbrainz.org/doc/MusicBrainz_API, "Lookups" and "Non-MBID lookups", and musicbrainz.org/doc/MusicBrainz_API/Search,
/// "Recording").
/// </summary>
internal interface IMusicBrainzApi
{
    [Get("/ws/2/isrc/{isrc}")]
    Task<MusicBrainzPayloads.IsrcAnswer> GetIsrcAsync(string isrc, string inc, string fmt, CancellationToken cancellationToken);

    [Get("/ws/2/recording/{mbid}")]
    Task<MusicBrainzPayloads.Recording> GetRecordingAsync(string mbid, string inc, string fmt, CancellationToken cancellationToken);

    [Get("/ws/2/recording")]
    Task<MusicBrainzPayloads.SearchAnswer> SearchRecordingsAsync(string query, int limit, string fmt, CancellationToken cancellationToken);

    [Get("/ws/2/artist/{mbid}")]
    Task<MusicBrainzPayloads.Artist> GetArtistAsync(string mbid, string inc, string fmt, CancellationToken cancellationToken);
}
