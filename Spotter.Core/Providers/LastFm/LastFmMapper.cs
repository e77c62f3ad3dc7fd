using System.Globalization;
using System.Text.Json;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.LastFm;

/// <summary>Converts Last.fm's rows to tracks. A row is an object whose fields are strings, numbers or objects with a "#text", depending on
/// the method.</summary>
internal static class LastFmMapper
{
    /// <summary>The track, or null if the row has no title.</summary>
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

    /// <summary>Whether the row is the track that is playing now and was not heard to its end yet.</summary>
    public static bool IsPlayingNow(JsonElement row)
        => row.TryGetProperty("@attr", out var attributes) && attributes.ValueKind == JsonValueKind.Object && Text(attributes, "nowplaying") == "true";

    /// <summary>The row's time in Unix seconds, as a string. Empty if it has none.</summary>
    public static string Moment(JsonElement row)
        => row.TryGetProperty("date", out var date) && date.ValueKind == JsonValueKind.Object ? Text(date, "uts") : "";

    // Seconds, as a number or a string; 0 if unknown.
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
