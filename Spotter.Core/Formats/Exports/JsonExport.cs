using System.Text.Json;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes a list for scripts: a playlist as an object with its tracks, missing tracks as an array.</summary>
internal static class JsonExport
{
    /// <summary>The property that identifies Spotter's own playlists. Its value is the version of the format.</summary>
    public const string Mark = "spotter";

    private const int Version = 1;
    private const int FlushAt = 32_768;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = TrackJson.Encoder };

    public static Task WriteAsync(Stream output, ExportedList list, CancellationToken cancellationToken)
        => WriteAsync(output, json =>
        {
            if (!list.IsOfMissing)
            {
                json.WriteStartObject();
                json.WriteNumber(Mark, Version);
                json.WriteString("name", FieldText.Clean(list.Name));
                json.WriteString("description", FieldText.CleanOrNull(list.Description));
                json.WritePropertyName("tracks");
            }
        }, list, (json, track) => TrackJson.Write(json, track.Track, track.Position), json =>
        {
            if (!list.IsOfMissing)
            {
                json.WriteEndObject();
            }
        }, cancellationToken);

    /// <summary>Writes a list inside a larger document, and flushes it in pieces.</summary>
    /// <param name="output">The stream to write to.</param>
    /// <param name="open">Writes the document up to the list.</param>
    /// <param name="list">The list.</param>
    /// <param name="write">Writes one track.</param>
    /// <param name="close">Writes the document after the list.</param>
    /// <param name="cancellationToken">Stops writing.</param>
    public static async Task WriteAsync(
        Stream output, Action<Utf8JsonWriter> open, ExportedList list, Action<Utf8JsonWriter, ExportedTrack> write, Action<Utf8JsonWriter> close, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        open(json);
        json.WriteStartArray();
        foreach (var track in list.Tracks)
        {
            write(json, track with { Track = ExportedTrack.AsWritten(track.Track) });
            if (json.BytesPending >= FlushAt)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        close(json);
        await json.FlushAsync(cancellationToken);
    }
}
