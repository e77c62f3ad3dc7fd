using System.Text.Json;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes a list for scripts: a playlist as an object with its tracks, missing tracks as a list.</summary>
internal static class JsonExport
{
    /// <summary>The property by which Spotter's own playlists are known; its value is the version of the format.</summary>
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

    /// <summary>Writes a list within something else, and hands it on in pieces.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="open">Writes what stands before the list.</param>
    /// <param name="list">The list.</param>
    /// <param name="write">Writes one track.</param>
    /// <param name="close">Writes what stands behind the list.</param>
    /// <param name="cancellationToken">Stops the writing.</param>
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
