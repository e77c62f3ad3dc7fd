using System.Globalization;
using System.Net;
using System.Text.Json;
using System.Text.RegularExpressions;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>Converts ListenBrainz playlists.</summary>
internal static partial class ListenBrainzMapper
{
    private const int LongestDescription = 500;

    /// <summary>The playlist's MusicBrainz id, or null if the answer has none.</summary>
    public static string? Mbid(ListenBrainzPayloads.Playlist playlist) => FindMbid(playlist.Identifier?.TrimEnd('/'));

    /// <summary>The id at the end of a playlist's address.</summary>
    public static string? FindMbid(string? address)
        => Guid.TryParseExact(address?[(address.LastIndexOf('/') + 1)..], "D", out var mbid) ? mbid.ToString("D") : null;

    /// <summary>When it was created: the newest of a series counts.</summary>
    public static DateTimeOffset MadeAt(ListenBrainzPayloads.Playlist playlist)
        => DateTimeOffset.TryParse(playlist.Date, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var date) ? date : DateTimeOffset.MinValue;

    /// <summary>The playlist as listed, under its own id.</summary>
    public static SourcePlaylistSummary ToSummary(ListenBrainzPayloads.Playlist playlist, string mbid, Fact? group) => new(
        mbid, FieldText.Clean(playlist.Title) is { Length: > 0 } title ? title : "Untitled", playlist.Track is { Count: > 0 } tracks ? tracks.Count : null)
    {
        Description = Text(playlist.Annotation),
        ExternalUrl = $"https://listenbrainz.org/playlist/{mbid}/",
        Version = playlist.Extension?.MusicBrainz?.LastModifiedAt is { Length: > 0 } at ? $"{mbid} {at}" : null,
        Group = group,
    };

    /// <summary>The tracks in order. A recording that MusicBrainz has no name for is kept for its id.</summary>
    public static IReadOnlyList<SourceTrack> ToTracks(IEnumerable<ListenBrainzPayloads.Track?> tracks)
        => [.. tracks.OfType<ListenBrainzPayloads.Track>().Select(ToTrack).OfType<SourceTrack>()];

    private static SourceTrack? ToTrack(ListenBrainzPayloads.Track track)
    {
        var mbid = Identifiers(track.Identifier).Select(TrackIds.RecordingMbid).FirstOrDefault(id => id is not null);
        var title = FieldText.Clean(track.Title);
        return title.Length == 0 && mbid is null ? null : new SourceTrack
        {
            Title = title.Length == 0 ? "[unknown]" : title,
            Artists = Artists(track),
            Album = FieldText.Clean(track.Album) is { Length: > 0 } album ? album : null,
            DurationMs = Milliseconds(track.Duration),
            RecordingMbid = mbid,
        };
    }

    private static List<string> Artists(ListenBrainzPayloads.Track track)
    {
        var credited = track.Extension?.MusicBrainz?.AdditionalMetadata?.Artists?.Select(artist => FieldText.Clean(artist?.Name)).Where(name => name.Length > 0).ToList();
        return credited is { Count: > 0 } ? credited : FieldText.Clean(track.Creator) is { Length: > 0 } creator ? [creator] : [];
    }

    private static IEnumerable<string?> Identifiers(JsonElement identifier) => identifier.ValueKind switch
    {
        JsonValueKind.String => [identifier.GetString()],
        JsonValueKind.Array => identifier.EnumerateArray().Where(item => item.ValueKind == JsonValueKind.String).Select(item => item.GetString()),
        _ => [],
    };

    private static int? Milliseconds(JsonElement duration)
    {
        var number = duration.ValueKind switch
        {
            JsonValueKind.Number => duration.GetDouble(),
            JsonValueKind.String when double.TryParse(duration.GetString(), NumberStyles.Float, CultureInfo.InvariantCulture, out var parsed) => parsed,
            _ => 0,
        };
        return number is >= 1 and <= int.MaxValue ? (int)number : null;
    }

    /// <summary>The description as plain text: ListenBrainz sends HTML.</summary>
    private static string? Text(string? html)
    {
        var text = Blanks().Replace(FieldText.Clean(WebUtility.HtmlDecode(Tags().Replace(html ?? "", " "))), " ").Trim();
        return text.Length switch
        {
            0 => null,
            > LongestDescription => text[..(LongestDescription - 1)] + "…",
            _ => text,
        };
    }

    [GeneratedRegex("<[^<>]*>")]
    private static partial Regex Tags();

    [GeneratedRegex(@"\s+")]
    private static partial Regex Blanks();
}
