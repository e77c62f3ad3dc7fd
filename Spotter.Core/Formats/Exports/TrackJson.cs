using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>
/// A track with everything that Spotter knows of it, as an object in JSON. It is a row of Spotter's own lists, and stands beside the words of formats that
/// cannot hold all of it: several artists, codes, lengths to the millisecond. There it counts as long as it says what the words say.
/// </summary>
internal static class TrackJson
{
    /// <summary>Titles stay readable in every script. The files are never part of a page.</summary>
    public static JavaScriptEncoder Encoder => JavaScriptEncoder.UnsafeRelaxedJsonEscaping;

    /// <summary>Writes a track.</summary>
    /// <param name="json">Where to.</param>
    /// <param name="track">The track.</param>
    /// <param name="position">Its place, or null where that says nothing.</param>
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

    /// <summary>The track on one line; null where it is longer than a value may be that is read back.</summary>
    public static string? Line(SourceTrack track)
    {
        var bytes = new ArrayBufferWriter<byte>();
        using (var json = new Utf8JsonWriter(bytes, new JsonWriterOptions { Encoder = Encoder }))
        {
            Write(json, track);
        }

        // Room for what stands before it on its line.
        const int room = 100;
        var line = Encoding.UTF8.GetString(bytes.WrittenSpan);
        return line.Length <= PlaylistFileLimits.MaxCellLength - room ? line : null;
    }

    /// <summary>A track that <see cref="Write"/> wrote, or that somebody wrote like it; null where it has no title.</summary>
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

    /// <summary>The track of a line, or null where it holds none.</summary>
    public static SourceTrack? Parse(string text, int line)
    {
        try
        {
            return JsonText.Open(text) is { Fault: null, Root: { ValueKind: JsonValueKind.Object } root } ? Read(root, line) : null;
        }
        catch (PlaylistFileException)
        {
            // Half a character, a value without end: the words beside it say enough.
            return null;
        }
    }
}
