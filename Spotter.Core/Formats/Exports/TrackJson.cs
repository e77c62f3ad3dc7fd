using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>
/// A track as a JSON object with everything that Spotter knows about it. Spotter's own lists consist of these objects. Other formats contain
/// them next to their own fields for what those cannot express: several artists, codes, lengths in milliseconds. There the object applies
/// only if it agrees with those fields.
/// </summary>
internal static class TrackJson
{
    /// <summary>Keeps titles readable in every script. The files are never embedded in a web page.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes a track.</summary>
    /// <param name="json">The JSON to write to.</param>
    /// <param name="track">The track.</param>
    /// <param name="position">Its position, or null to leave it out.</param>
    public static void Write(Utf8JsonWriter json, SourceTrack track, int? position = null)
    {
        json.WriteStartObject();
        if (position is { } place)
        {
            json.WriteNumber("position", place);
        }

        json.WriteString("title", track.Title);
        json.WriteStartArray("artists");
        foreach (var artist in track.Artists)
        {
            json.WriteStringValue(artist);
        }

        json.WriteEndArray();
        json.WriteString("album", track.Album);
        if (track.DurationMs is { } ms)
        {
            json.WriteNumber("durationMs", ms);
        }
        else
        {
            json.WriteNull("durationMs");
        }

        json.WriteString("isrc", track.Isrc);
        json.WriteString("recordingMbid", track.RecordingMbid);
        json.WriteString("sourceId", track.ProviderTrackId);
        json.WriteString("location", track.Location);
        json.WriteEndObject();
    }

    /// <summary>The track on one line. Null if the line would exceed the limit for a value when it is read again.</summary>
    public static string? Line(SourceTrack track)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Encoder }))
        {
            Write(json, track);
        }

        // Room for the prefix of the line.
        const int room = 100;
        var line = Encoding.UTF8.GetString(bytes.WrittenSpan);
        return line.Length <= PlaylistFileLimits.MaxCellLength - room ? line : null;
    }

    /// <summary>Reads an object that <see cref="Write"/> wrote, or one like it. Null if it has no title.</summary>
    public static SourceTrack? Read(JsonElement item, int line)
        => FieldText.CleanOrNull(JsonText.String(item, "title", line)) is not { } title ? null : new SourceTrack
        {
            Title = title,
            Artists = JsonText.List(item, "artists") is not { } artists ? []
                : [.. artists.EnumerateArray().Where(artist => artist.ValueKind == JsonValueKind.String)
                    .Select(artist => FieldText.Clean(JsonText.Text(artist, line, "artists"))).Where(name => name.Length > 0)],
            Album = FieldText.CleanOrNull(JsonText.String(item, "album", line)),
            DurationMs = TrackLength.Parse(JsonText.Number(item, "durationMs"), 1),
            Isrc = TrackIds.RecordingCode(JsonText.String(item, "isrc", line)),
            RecordingMbid = TrackIds.RecordingMbid(JsonText.String(item, "recordingMbid", line)),
            ProviderTrackId = JsonText.String(item, "sourceId", line) is { } id ? TrackIds.OfSpotter(id) : null,
            Location = MediaPath.LocationOf(JsonText.String(item, "location", line)),
        };

    /// <summary>The track of a line, or null if it contains none.</summary>
    public static SourceTrack? Parse(string text, int line)
    {
        try
        {
            return JsonText.Open(text) is { Fault: null, Root: { ValueKind: JsonValueKind.Object } root } ? Read(root, line) : null;
        }
        catch (PlaylistFileException)
        {
            // A lone surrogate, or a value that is too long: the fields next to it are enough.
            return null;
        }
    }
}
