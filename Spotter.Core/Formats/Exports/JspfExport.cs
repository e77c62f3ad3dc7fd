using System.Text.Json;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes a playlist as JSPF, version 1.</summary>
internal static class JspfExport
{
    public static Task WriteAsync(Stream output, ExportedList list, CancellationToken cancellationToken)
        => JsonExport.WriteAsync(output, json =>
        {
            json.WriteStartObject();
            json.WriteStartObject("playlist");
            json.WriteString("title", FieldText.Clean(list.Name));
            WriteIfKnown(json, "annotation", FieldText.CleanOrNull(list.Description));
            json.WritePropertyName("track");
        }, list, (json, track) => Write(json, track.Track), json =>
        {
            json.WriteEndObject();
            json.WriteEndObject();
        }, cancellationToken);

    private static void Write(Utf8JsonWriter json, SourceTrack track)
    {
        json.WriteStartObject();
        WriteAll(json, "location", track.Location is { } path ? [SharedExport.Address(path)] : []);
        WriteAll(json, "identifier", [.. SharedExport.Identifiers(track)]);
        json.WriteString("title", track.Title);
        WriteIfKnown(json, "creator", SharedExport.Creator(track));
        WriteIfKnown(json, "album", track.Album);
        if (track.DurationMs is { } ms)
        {
            json.WriteNumber("duration", ms);
        }

        json.WriteStartObject("extension");
        json.WriteStartArray(SharedExport.Addition);
        TrackJson.Write(json, track);
        json.WriteEndArray();
        json.WriteEndObject();
        json.WriteEndObject();
    }

    private static void WriteIfKnown(Utf8JsonWriter json, string name, string? text)
    {
        if (text is not null)
        {
            json.WriteString(name, text);
        }
    }

    private static void WriteAll(Utf8JsonWriter json, string name, string[] texts)
    {
        if (texts.Length == 0)
        {
            return;
        }

        json.WriteStartArray(name);
        foreach (var text in texts)
        {
            json.WriteStringValue(text);
        }

        json.WriteEndArray();
    }
}
