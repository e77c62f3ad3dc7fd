using System.Globalization;
using System.Text.Json;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Histories;

/// <summary>
/// The files that services and tools export a play history to: Spotify's account data, short (StreamingHistory0.json) and extended
/// (Streaming_History_Audio_2021_3.json, endsong_0.json); the export of ListenBrainz; tables of Last.fm scrobbles, with a header
/// (lastfm.ghan.nl, uts and utc_time) and without (lastfm-to-csv: artist, album, track, date and time).
/// </summary>
internal static class HistoryFormats
{
    private const int CharactersToLookAt = 4_000;
    private const int RowsToLookAt = 5;

    private static readonly string[] Moments = ["dd MMM yyyy HH:mm", "d MMM yyyy, HH:mm", "dd MMM yyyy, HH:mm", "yyyy-MM-dd HH:mm", "yyyy-MM-dd HH:mm:ss"];

    /// <summary>Whether a file begins like a history in JSON. Only these may be larger than other files.</summary>
    public static bool MayBeOne(ReadOnlySpan<byte> start)
        => start[..Math.Min(start.Length, CharactersToLookAt)] is var head && (head.IndexOf("\"ms_played\""u8) >= 0 || head.IndexOf("\"msPlayed\""u8) >= 0 || head.IndexOf("\"listened_at\""u8) >= 0);

    /// <summary>The function that reads the file, or null if it is not a history.</summary>
    public static Action<PlayHistory>? ReaderOf(PlaylistFileContent content)
    {
        var head = content.Text.AsSpan(0, Math.Min(content.Text.Length, CharactersToLookAt));
        if (content.FirstVisibleCharacter is '[' or '{')
        {
            return head.Contains("\"ms_played\"", StringComparison.Ordinal) && content.Json is { Fault: null } extended && IsListWith(extended, "ms_played") ? history => ReadObjects(extended, history, AddExtended)
                : head.Contains("\"msPlayed\"", StringComparison.Ordinal) && content.Json is { Fault: null } plain && IsListWith(plain, "msPlayed") ? history => ReadObjects(plain, history, AddPlain)
                : head.Contains("\"track_metadata\"", StringComparison.Ordinal) && head.Contains("\"listened_at\"", StringComparison.Ordinal) ? history => ReadListens(content, history)
                : null;
        }

        return head.Contains("uts", StringComparison.OrdinalIgnoreCase) && content.Table is { } table && table.Find("uts") is { } seconds
                && table.Find("track", "track name") is { } title && table.Find("artist", "artist name") is { } artist
                ? history => ReadTable(table.Lines(requiredColumns: 1), history, (title, artist, table.Find("album", "album name"), table.Find("track mbid")), line => FromSeconds(line[seconds]))
            : content.Extension is "csv" or "" && IsBare(content) is { } bare
                ? history => ReadTable(bare.WithoutHeader(4).Lines(requiredColumns: 4), history, (2, 0, 1, null), line => FromWords(line[3]))
            : null;
    }

    private static bool IsListWith(JsonText json, string name)
        => json.Root is { ValueKind: JsonValueKind.Array } root && root.GetArrayLength() > 0 && JsonText.Property(root[0], name) is not null;

    private static void ReadObjects(JsonText json, PlayHistory history, Action<JsonElement, PlayHistory> add)
    {
        foreach (var item in json.Root.EnumerateArray())
        {
            if (item.ValueKind == JsonValueKind.Object)
            {
                add(item, history);
            }
        }
    }

    private static void AddPlain(JsonElement item, PlayHistory history)
        => Add(history, Text(item, "trackName"), Text(item, "artistName"), null, null, FromWords(Text(item, "endTime")), Number(item, "msPlayed"));

    // For a podcast, the name of the track is null.
    private static void AddExtended(JsonElement item, PlayHistory history)
        => Add(
            history, Text(item, "master_metadata_track_name"), Text(item, "master_metadata_album_artist_name"), Text(item, "master_metadata_album_album_name"),
            TrackIds.Spotify(Text(item, "spotify_track_uri")), FromWords(Text(item, "ts")), Number(item, "ms_played"));

    private static void ReadListens(PlaylistFileContent content, PlayHistory history)
    {
        if (content.Json is { Fault: null, Root.ValueKind: JsonValueKind.Array } whole)
        {
            ReadObjects(whole, history, AddListen);
            return;
        }

        // ListenBrainz now writes one object per line.
        using var lines = new StringReader(content.Text);
        while (lines.ReadLine() is { } line)
        {
            if (!string.IsNullOrWhiteSpace(line) && JsonText.Open(line) is { Fault: null, Root.ValueKind: JsonValueKind.Object } listen)
            {
                AddListen(listen.Root, history);
            }
        }
    }

    private static void AddListen(JsonElement item, PlayHistory history)
    {
        if (JsonText.Property(item, "track_metadata") is { ValueKind: JsonValueKind.Object } track)
        {
            var mbid = TrackIds.RecordingMbid(JsonText.Property(track, "mbid_mapping") is { } mapping ? Text(mapping, "recording_mbid") : null);
            Add(history, Text(track, "track_name"), Text(track, "artist_name"), Text(track, "release_name"), null, FromSeconds(Number(item, "listened_at")), null, mbid);
        }
    }

    private static void ReadTable(IEnumerable<CsvLine> lines, PlayHistory history, (int Title, int Artist, int? Album, int? Mbid) columns, Func<CsvLine, DateTimeOffset?> at)
    {
        foreach (var line in lines)
        {
            Add(history, line[columns.Title], line[columns.Artist], line[columns.Album], null, at(line), null, TrackIds.RecordingMbid(line[columns.Mbid]));
        }
    }

    /// <summary>A table in which every row is artist, album, track and time.</summary>
    private static CsvTable? IsBare(PlaylistFileContent content)
    {
        try
        {
            return content.Table is { } table && table.Sample(RowsToLookAt) is { Count: > 0 } rows
                && rows.All(row => row.Cells.Length == 4 && row.Cells[0].Length > 0 && row.Cells[2].Length > 0 && FromWords(row.Cells[3]) is not null) ? table : null;
        }
        catch (PlaylistFileException)
        {
            // The format that reads it reports the error.
            return null;
        }
    }

    private static void Add(
        PlayHistory history, string? title, string? artist, string? album, string? id, DateTimeOffset? at, long? playedMs, string? mbid = null)
    {
        // A podcast, or a file without tags: it cannot be looked up.
        if (FieldText.CleanOrNull(title) is { } name && FieldText.CleanOrNull(artist) is { } credit)
        {
            history.Add(new SourceTrack { Title = name, Artists = [credit], Album = FieldText.CleanOrNull(album), ProviderTrackId = id, RecordingMbid = mbid }, at, playedMs);
        }
    }

    private static string? Text(JsonElement item, string name) => JsonText.String(item, name, 1);

    private static long? Number(JsonElement item, string name)
        => JsonText.Property(item, name) is { ValueKind: JsonValueKind.Number } number && number.TryGetInt64(out var value) ? value : null;

    private static DateTimeOffset? FromSeconds(string text)
        => FromSeconds(long.TryParse(text.Trim(), NumberStyles.None, CultureInfo.InvariantCulture, out var seconds) ? seconds : null);

    // Up to the year 9999. Larger values are not times, and 0 means unknown.
    private static DateTimeOffset? FromSeconds(long? seconds) => seconds is > 0 and < 253_402_300_800 ? DateTimeOffset.FromUnixTimeSeconds(seconds.Value) : null;

    private static DateTimeOffset? FromWords(string? text)
        => DateTimeOffset.TryParseExact(text?.Trim(), Moments, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out var moment)
            || DateTimeOffset.TryParse(text is { Length: >= 16 and <= 40 } && text[4] == '-' ? text : null, CultureInfo.InvariantCulture, DateTimeStyles.AssumeUniversal, out moment)
                ? moment
                : null;
}
