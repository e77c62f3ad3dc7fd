using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Decisions;

/// <summary>A list of decisions as JSON.</summary>
internal static class DecisionJson
{
    private const string Mark = "spotterDecisions";
    private const string List = "decisions";
    private const int Version = 1;
    private const int FlushAt = 32_768;

    private static readonly JsonWriterOptions Options = new() { Indented = true, Encoder = TrackJson.Encoder };

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<FiledDecision> decisions, CancellationToken cancellationToken)
    {
        await using var json = new Utf8JsonWriter(output, Options);
        json.WriteStartObject();
        json.WriteNumber(Mark, Version);
        json.WriteStartArray(List);
        await foreach (var decision in decisions.WithCancellation(cancellationToken))
        {
            Write(json, decision);
            if (json.BytesPending >= FlushAt)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        json.WriteEndObject();
        await json.FlushAsync(cancellationToken);
    }

    /// <exception cref="PlaylistFileException">It is not a list of decisions, or is not valid JSON.</exception>
    public static DecisionFileContent Read(JsonText json)
    {
        if (json.Fault is { } fault)
        {
            throw fault;
        }

        if (JsonText.Property(json.Root, Mark) is not { ValueKind: JsonValueKind.Number } || JsonText.List(json.Root, List) is not { } list)
        {
            throw new PlaylistFileException(new Fact.NotADecisionFile()) { Problem = PlaylistFileProblem.NotAPlaylist };
        }

        var lines = json.LinesOf(List);
        var (decisions, unread, index) = (new List<FiledDecision>(), new List<UnreadDecision>(), 0);
        foreach (var item in list.EnumerateArray())
        {
            var line = lines[index++];
            var track = JsonText.Property(item, "track") is { ValueKind: JsonValueKind.Object } given ? TrackJson.Read(given, line) : null;
            var song = JsonText.Property(item, "song") is { ValueKind: JsonValueKind.Object } found ? ReadSong(found, line) : null;
            new DecisionEntry(line, JsonText.String(item, "kind", line), JsonText.String(item, "key", line), JsonText.String(item, "decidedAt", line), track, song).AddTo(decisions, unread);
        }

        return new(decisions, unread);
    }

    private static void Write(Utf8JsonWriter json, FiledDecision decision)
    {
        json.WriteStartObject();
        json.WriteString("kind", DecisionEntry.WordOf(decision.Kind));
        json.WriteString("decidedAt", DecisionEntry.Write(decision.DecidedAt));
        json.WriteString("key", decision.Key);
        json.WritePropertyName("track");
        TrackJson.Write(json, decision.Track);
        if (decision.Song is { } song)
        {
            json.WritePropertyName("song");
            Write(json, song);
        }

        json.WriteEndObject();
    }

    private static void Write(Utf8JsonWriter json, Song song)
    {
        json.WriteStartObject();
        json.WriteString("title", song.Title);
        json.WriteString("artist", song.Artist);
        json.WriteStartArray("artists");
        foreach (var artist in song.Artists)
        {
            json.WriteStringValue(artist);
        }

        json.WriteEndArray();
        json.WriteString("album", song.Album);
        if (song.DurationMs is { } ms)
        {
            json.WriteNumber("durationMs", ms);
        }
        else
        {
            json.WriteNull("durationMs");
        }

        json.WriteStartArray("isrcs");
        foreach (var isrc in song.Isrcs)
        {
            json.WriteStringValue(isrc);
        }

        json.WriteEndArray();
        json.WriteString("recordingMbid", song.RecordingMbid);
        json.WriteString("path", song.Path);
        json.WriteString("serverId", song.Id);
        json.WriteEndObject();
    }

    private static Song? ReadSong(JsonElement item, int line)
        => FieldText.CleanOrNull(JsonText.String(item, "title", line)) is not { } title ? null : new Song
        {
            Id = FieldText.Clean(JsonText.String(item, "serverId", line)),
            Title = title,
            Artist = FieldText.Clean(JsonText.String(item, "artist", line)),
            Artists = [.. Texts(item, "artists", line)],
            Album = FieldText.CleanOrNull(JsonText.String(item, "album", line)),
            DurationMs = TrackLength.Parse(JsonText.Number(item, "durationMs"), 1),
            Isrcs = [.. Texts(item, "isrcs", line).Select(Isrc.Normalize).OfType<string>()],
            RecordingMbid = TrackIds.RecordingMbid(JsonText.String(item, "recordingMbid", line)),
            Path = MediaPath.LocationOf(JsonText.String(item, "path", line)),
        };

    private static IEnumerable<string> Texts(JsonElement item, string name, int line)
        => JsonText.List(item, name) is not { } list ? []
            : list.EnumerateArray().Where(text => text.ValueKind == JsonValueKind.String).Select(text => FieldText.Clean(JsonText.Text(text, line, name))).Where(text => text.Length > 0);
}
