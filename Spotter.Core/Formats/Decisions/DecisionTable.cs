using System.Globalization;
using CsvHelper;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Decisions;

/// <summary>A list of decisions as a table for spreadsheets. Its columns may stand in any order, and only the first two are needed.</summary>
internal static class DecisionTable
{
    private const string Kind = "Decision";
    private const string Title = "Title";
    private const string Artists = "Artists";
    private const string Album = "Album";
    private const string Duration = "Duration (ms)";
    private const string Code = "ISRC";
    private const string Mbid = "MusicBrainz recording id";
    private const string SourceId = "Source id";
    private const string Location = "Location";
    private const string SongTitle = "Song title";
    private const string SongArtist = "Song artist";
    private const string SongArtists = "Song artists";
    private const string SongAlbum = "Song album";
    private const string SongDuration = "Song duration (ms)";
    private const string SongCodes = "Song ISRCs";
    private const string SongMbid = "Song MusicBrainz recording id";
    private const string SongPath = "Song path";
    private const string ServerId = "Server id";
    private const string DecidedAt = "Decided at";
    private const string Key = "Key";

    private static readonly string[] Header =
    [
        Kind, Title, Artists, Album, Duration, Code, Mbid, SourceId, Location, SongTitle, SongArtist, SongArtists, SongAlbum, SongDuration, SongCodes, SongMbid, SongPath, ServerId, DecidedAt, Key,
    ];

    public static async Task WriteAsync(Stream output, IAsyncEnumerable<FiledDecision> decisions, CancellationToken cancellationToken)
    {
        // Without a byte order mark, Excel reads UTF-8 as the local code page.
        await using var csv = CsvWriter.Create(output, new CsvWriterOptions { WriteByteOrderMark = true }, leaveOpen: true);
        foreach (var column in Header)
        {
            csv.WriteField(column);
        }

        await csv.EndRecordAsync(cancellationToken);
        await foreach (var decision in decisions.WithCancellation(cancellationToken))
        {
            var (track, song) = (decision.Track, decision.Song);
            string?[] cells =
            [
                DecisionEntry.WordOf(decision.Kind), track.Title, ArtistCell.Join(track.Artists), track.Album, Number(track.DurationMs), track.Isrc, track.RecordingMbid, track.ProviderTrackId,
                track.Location, song?.Title, song?.Artist, ArtistCell.Join(song?.Artists ?? []), song?.Album, Number(song?.DurationMs), string.Join("; ", song?.Isrcs ?? []), song?.RecordingMbid,
                song?.Path, song?.Id, DecisionEntry.Write(decision.DecidedAt), decision.Key,
            ];
            foreach (var cell in cells)
            {
                csv.WriteField(FormulaGuard.Add(FieldText.Clean(cell)));
            }

            await csv.EndRecordAsync(cancellationToken);
        }

        await csv.FlushAsync(cancellationToken);
    }

    /// <exception cref="PlaylistFileException">It is not a list of decisions, or is not a valid table.</exception>
    public static DecisionFileContent Read(string text)
    {
        if (CsvTable.Open(text) is not { } table || table.Find(Kind) is not { } kind || table.Find(Title) is not { } title)
        {
            throw new PlaylistFileException(new Fact.NotADecisionFile()) { Problem = PlaylistFileProblem.NotAPlaylist };
        }

        var places = Header.ToDictionary(name => name, name => table.Find(name), StringComparer.Ordinal);
        var (decisions, unread) = (new List<FiledDecision>(), new List<UnreadDecision>());
        foreach (var line in table.Lines(Math.Max(kind, title) + 1))
        {
            string Cell(string name) => FieldText.Clean(FormulaGuard.Remove(line[places[name]].Trim()));
            new DecisionEntry(line.Number, Cell(Kind), Cell(Key), Cell(DecidedAt), ReadTrack(Cell), ReadSong(Cell)).AddTo(decisions, unread);
        }

        return new(decisions, unread);
    }

    private static SourceTrack? ReadTrack(Func<string, string> cell)
        => cell(Title).Length == 0 ? null : new SourceTrack
        {
            Title = cell(Title),
            Artists = ArtistCell.Split(cell(Artists), isOurs: true),
            Album = FieldText.CleanOrNull(cell(Album)),
            DurationMs = TrackLength.Parse(cell(Duration), 1),
            Isrc = TrackIds.RecordingCode(cell(Code)),
            RecordingMbid = TrackIds.RecordingMbid(cell(Mbid)),
            ProviderTrackId = TrackIds.OfSpotter(cell(SourceId)),
            Location = MediaPath.LocationOf(cell(Location)),
        };

    private static Song? ReadSong(Func<string, string> cell)
        => cell(SongTitle).Length == 0 ? null : new Song
        {
            Id = cell(ServerId),
            Title = cell(SongTitle),
            Artist = cell(SongArtist),
            Artists = ArtistCell.Split(cell(SongArtists), isOurs: true),
            Album = FieldText.CleanOrNull(cell(SongAlbum)),
            DurationMs = TrackLength.Parse(cell(SongDuration), 1),
            Isrcs = Isrc.ParseAll(cell(SongCodes)),
            RecordingMbid = TrackIds.RecordingMbid(cell(SongMbid)),
            Path = MediaPath.LocationOf(cell(SongPath)),
        };

    private static string Number(int? number) => number?.ToString(CultureInfo.InvariantCulture) ?? "";
}
