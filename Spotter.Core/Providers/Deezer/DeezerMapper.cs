using System.Globalization;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.Deezer;

/// <summary>Converts Deezer's playlists.</summary>
internal static class DeezerMapper
{
    public static SourcePlaylistSummary ToSummary(DeezerPayloads.Playlist playlist, string id, int trackCount) => new(id, FieldText.CleanOrNull(playlist.Title) ?? "Untitled", trackCount)
    {
        Description = FieldText.CleanOrNull(playlist.Description),
        Image = FieldText.CleanOrNull(playlist.LargestPicture) ?? FieldText.CleanOrNull(playlist.LargePicture),
        ExternalUrl = $"https://www.deezer.com/playlist/{id}",
        Version = FieldText.CleanOrNull(playlist.Checksum),
    };

    /// <summary>The tracks in order, without rows that have no title.</summary>
    public static IEnumerable<SourceTrack> ToTracks(IEnumerable<DeezerPayloads.Track?> tracks)
        => tracks.OfType<DeezerPayloads.Track>().Select(ToTrack).OfType<SourceTrack>();

    private static SourceTrack? ToTrack(DeezerPayloads.Track track)
    {
        var title = FieldText.CleanOrNull(track.Title) ?? FieldText.Clean($"{track.ShortTitle} {track.TitleVersion}");
        return title.Length == 0 ? null : new SourceTrack
        {
            Title = title,
            Artists = Artists(track),
            Album = FieldText.CleanOrNull(track.Album?.Title),
            DurationMs = track.Duration is > 0 and < int.MaxValue / 1000 ? track.Duration * 1000 : null,
            Isrc = Isrc.Normalize(track.Isrc),
            ProviderTrackId = track.Id is > 0 ? TrackIds.Named("deezer", track.Id.Value.ToString(CultureInfo.InvariantCulture)) : null,
        };
    }

    private static List<string> Artists(DeezerPayloads.Track track)
    {
        List<string> credited = [.. (track.Contributors ?? []).Select(artist => FieldText.Clean(artist?.Name)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
        return credited.Count > 0 ? credited : FieldText.CleanOrNull(track.Artist?.Name) is { } name ? [name] : [];
    }
}
