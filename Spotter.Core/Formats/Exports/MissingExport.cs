using System.Globalization;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;
using CsvHelper;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Exports;

/// <summary>Writes missing tracks to a stream as they come, without holding the list.</summary>
public static class MissingExport
{
    private const int LongestFileName = 100;

    private static readonly string[] Header =
        ["Position", "Title", "Artists", "Album", "Duration (ms)", "ISRC", "MusicBrainz recording id", "Source id", "Location"];

    private static readonly UTF8Encoding Utf8 = new(encoderShouldEmitUTF8Identifier: false);

    private static readonly JsonWriterOptions JsonOptions = new()
    {
        Indented = true,
        // Titles stay readable in every script. The file is never part of a page.
        Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping,
    };

    /// <summary>The format that a written word names ("csv", "m3u", "json"), or null.</summary>
    public static MissingExportFormat? ParseFormat(string? word) => word?.Trim().ToLowerInvariant() switch
    {
        "csv" => MissingExportFormat.Csv,
        "m3u" or "m3u8" => MissingExportFormat.M3u,
        "json" => MissingExportFormat.Json,
        _ => null,
    };

    /// <summary>The media type, with its encoding.</summary>
    public static string ContentType(MissingExportFormat format) => format switch
    {
        MissingExportFormat.Csv => "text/csv; charset=utf-8",
        MissingExportFormat.M3u => "audio/x-mpegurl; charset=utf-8",
        MissingExportFormat.Json => "application/json; charset=utf-8",
    };

    /// <summary>A name for the file that every system takes: "Road trip - missing.csv".</summary>
    /// <param name="name">What the list is called: the playlist's name.</param>
    /// <param name="format">The format, which gives the extension.</param>
    public static string FileName(string name, MissingExportFormat format)
    {
        var safe = new StringBuilder();
        foreach (var rune in FieldText.Clean(name).EnumerateRunes())
        {
            if (safe.Length >= LongestFileName)
            {
                break;
            }

            safe.Append(rune == Rune.ReplacementChar || "\"*/:<>?\\|".Contains(rune.ToString(), StringComparison.Ordinal) ? "_" : rune.ToString());
        }

        // A dot in front hides a file, one at the end is dropped by Windows; the words behind keep clear of its reserved names (CON, NUL).
        var stem = safe.ToString().Trim(' ', '.');
        return $"{(stem.Length == 0 ? "Playlist" : stem)} - missing.{Extension(format)}";
    }

    /// <summary>Writes the tracks; the stream stays open.</summary>
    /// <param name="output">Where to.</param>
    /// <param name="format">How.</param>
    /// <param name="name">What the list is called: the playlist's name.</param>
    /// <param name="tracks">The missing tracks, in the order they are to be written.</param>
    /// <param name="cancellationToken">Stops the writing; what is written by then stays.</param>
    public static Task WriteAsync(
        Stream output, MissingExportFormat format, string name, IEnumerable<MissingTrack> tracks, CancellationToken cancellationToken)
    {
        ArgumentNullException.ThrowIfNull(output);
        ArgumentNullException.ThrowIfNull(tracks);
        return format switch
        {
            MissingExportFormat.Csv => WriteCsvAsync(output, tracks, cancellationToken),
            MissingExportFormat.M3u => WriteM3uAsync(output, name, tracks, cancellationToken),
            MissingExportFormat.Json => WriteJsonAsync(output, tracks, cancellationToken),
        };
    }

    private static string Extension(MissingExportFormat format) => format switch
    {
        MissingExportFormat.Csv => "csv",
        MissingExportFormat.M3u => "m3u8",
        MissingExportFormat.Json => "json",
    };

    private static async Task WriteCsvAsync(Stream output, IEnumerable<MissingTrack> tracks, CancellationToken cancellationToken)
    {
        // The byte order mark is for Excel, which else takes UTF-8 for the local code page.
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in Header)
        {
            csv.WriteField(column);
        }

        await csv.EndRecordAsync(cancellationToken);
        foreach (var (position, track) in tracks)
        {
            csv.WriteField(position.ToString(CultureInfo.InvariantCulture));
            csv.WriteField(FormulaGuard.Add(track.Title));
            csv.WriteField(FormulaGuard.Add(string.Join("; ", track.Artists)));
            csv.WriteField(FormulaGuard.Add(track.Album ?? ""));
            csv.WriteField(track.DurationMs?.ToString(CultureInfo.InvariantCulture) ?? "");
            csv.WriteField(FormulaGuard.Add(track.Isrc ?? ""));
            csv.WriteField(FormulaGuard.Add(track.RecordingMbid ?? ""));
            csv.WriteField(FormulaGuard.Add(track.ProviderTrackId ?? ""));
            csv.WriteField(FormulaGuard.Add(track.Location ?? ""));
            await csv.EndRecordAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    private static async Task WriteM3uAsync(Stream output, string name, IEnumerable<MissingTrack> tracks, CancellationToken cancellationToken)
    {
        await using var m3u = new StreamWriter(output, Utf8, leaveOpen: true) { NewLine = "\n" };
        await m3u.WriteLineAsync("#EXTM3U");
        await m3u.WriteLineAsync($"#PLAYLIST:{FieldText.Clean(name)} - missing");
        string? albumAbove = null;
        foreach (var (_, track) in tracks)
        {
            cancellationToken.ThrowIfCancellationRequested();
            var seconds = track.DurationMs is { } ms ? (ms + 500) / 1000 : -1;
            var display = FieldText.Clean(track.Artists.Count == 0 ? track.Title : $"{track.ArtistLine} - {track.Title}");
            await m3u.WriteLineAsync(string.Create(CultureInfo.InvariantCulture, $"#EXTINF:{seconds},{display}"));
            // It holds until the next such line, so a track without an album needs one too.
            if (FieldText.CleanOrNull(track.Album) is var album && (album ?? albumAbove) is not null)
            {
                await m3u.WriteLineAsync($"#EXTALB:{album}");
            }

            albumAbove = album;

            await m3u.WriteLineAsync(PathLine(track, display));
        }

        await m3u.FlushAsync(cancellationToken);
    }

    /// <summary>The file that the source named, else the words themselves: players expect a line here, and a missing track has no file.</summary>
    private static string PathLine(SourceTrack track, string display)
    {
        var path = FieldText.CleanOrNull(track.Location) ?? display.Replace('/', '_').Replace('\\', '_');
        return path[0] == '#' ? "./" + path : path;
    }

    private static async Task WriteJsonAsync(Stream output, IEnumerable<MissingTrack> tracks, CancellationToken cancellationToken)
    {
        const int flushAt = 32_768;
        await using var json = new Utf8JsonWriter(output, JsonOptions);
        json.WriteStartArray();
        foreach (var (position, track) in tracks)
        {
            json.WriteStartObject();
            json.WriteNumber("position", position);
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
            if (json.BytesPending >= flushAt)
            {
                await json.FlushAsync(cancellationToken);
            }
        }

        json.WriteEndArray();
        await json.FlushAsync(cancellationToken);
    }
}
