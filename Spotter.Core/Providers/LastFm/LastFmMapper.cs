using System.Globalization;
using System.Text.Json;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.LastFm;

/// <summary>Turns Last.fm's rows into tracks. A row is an object whose fields are texts, numbers or objects with a "#text", as the method likes it.</summary>
internal static class LastFmMapper
{
    /// <summary>The track, or null where the row has no title.</summary>
    public static SourceTrack? ToTrack(JsonElement row)
    {
        var title = Text(row, "name");
        return title.Length == 0 ? null : new SourceTrack
        {
            Title = title,
            Artists = Named(row, "artist") is { Length: > 0 } artist ? [artist] : [],
            Album = Named(row, "album") is { Length: > 0 } album ? album : null,
            DurationMs = Milliseconds(row),
            RecordingMbid = TrackIds.RecordingMbid(Text(row, "mbid")),
        };
    }

    /// <summary>Whether the row is what plays at this moment, which has not been heard yet.</summary>
    public static bool IsPlayingNow(JsonElement row)
        => row.TryGetProperty("@attr", out var attributes) && attributes.ValueKind == JsonValueKind.Object && Text(attributes, "nowplaying") == "true";

    /// <summary>When the row came to be, in seconds as a text; empty where it does not say.</summary>
    public static string Moment(JsonElement row)
        => row.TryGetProperty("date", out var date) && date.ValueKind == JsonValueKind.Object ? Text(date, "uts") : "";

    // Seconds, as a number or a text; 0 where it does not know.
    private static int? Milliseconds(JsonElement row)
        => double.TryParse(Text(row, "duration"), NumberStyles.Float, CultureInfo.InvariantCulture, out var seconds) && seconds is >= 1 and < 1_000_000
            ? (int)(seconds * 1000)
            : null;

    private static string Named(JsonElement row, string field)
        => !row.TryGetProperty(field, out var value) ? ""
            : value.ValueKind != JsonValueKind.Object ? Text(row, field)
            : Text(value, "name") is { Length: > 0 } name ? name : Text(value, "#text");

    private static string Text(JsonElement row, string field) => !row.TryGetProperty(field, out var value) ? "" : value.ValueKind switch
    {
        JsonValueKind.String => FieldText.Clean(value.GetString()),
        JsonValueKind.Number => value.GetRawText(),
        _ => "",
    };
}
