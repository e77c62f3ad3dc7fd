using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>Turns the lines of a table into tracks: what all tables of tracks have in common.</summary>
internal sealed class TrackTable(CsvTable table, TrackColumns columns)
{
    /// <summary>Reads the artists of a line; without it the cell is one credit, since the matcher compares a line whole as well as split.</summary>
    public Func<CsvLine, IReadOnlyList<string>>? ReadArtists { get; init; }

    /// <summary>Changes a cell before it is read.</summary>
    public Func<string, string> Prepare { get; init; } = static cell => cell;

    public void AddTo(PlaylistDrafts drafts, IReadOnlyCollection<CsvLine> lines)
    {
        var msPerUnit = MsPerUnit(lines);
        foreach (var line in lines)
        {
            Add(line, msPerUnit, drafts);
        }
    }

    private void Add(CsvLine line, int msPerUnit, PlaylistDrafts drafts)
    {
        var playlist = NameOfList(line);
        var title = Cell(line, columns.Title);
        var id = Cell(line, columns.TrackId);
        if (IsEpisode(id) || IsEpisode(Cell(line, columns.Link)))
        {
            drafts.LeaveOut(line.Number, title.Length == 0 ? "A podcast episode was left out." : $"The podcast episode “{title}” was left out.", playlist);
        }
        else if (title.Length == 0)
        {
            drafts.LeaveOut(line.Number, "A row without a title was left out.", playlist);
        }
        else
        {
            drafts.Add(line.Number, new SourceTrack
            {
                Title = title,
                Artists = ReadArtists?.Invoke(line) ?? (Cell(line, columns.Artist) is { Length: > 0 } artist ? [artist] : []),
                Album = FieldText.CleanOrNull(Prepare(line[columns.Album])),
                DurationMs = TrackLength.Parse(line[columns.Duration], msPerUnit),
                Isrc = TrackIds.RecordingCode(Cell(line, columns.Isrc)),
                RecordingMbid = TrackIds.RecordingMbid(Cell(line, columns.RecordingMbid)),
                ProviderTrackId = ProviderTrackId(line, id),
                Location = FieldText.CleanOrNull(Prepare(line[columns.Location])),
            }, playlist);
        }
    }

    private string? ProviderTrackId(CsvLine line, string id)
        => (columns.Service is null ? TrackIds.FromLink(id) ?? TrackIds.Written(id) : TrackIds.Named(line[columns.Service], id))
            ?? TrackIds.FromLink(Cell(line, columns.Link));

    private string? NameOfList(CsvLine line)
        => FieldText.CleanOrNull(Prepare(line[columns.Playlist]))
            ?? (Cell(line, columns.Kind).StartsWith("Favo", StringComparison.OrdinalIgnoreCase) ? "Favourites" : null);

    private string Cell(CsvLine line, int? column) => FieldText.Clean(Prepare(line[column]));

    /// <summary>
    /// What a bare number in the duration column counts. A header may say so; else the middle value tells: a track of 10,000 seconds
    /// is as rare as one of 10,000 milliseconds, and one long mix must not turn the whole column.
    /// </summary>
    private int MsPerUnit(IReadOnlyCollection<CsvLine> lines)
    {
        if (columns.Duration is not { } column)
        {
            return 1000;
        }

        var key = HeaderName.Normalize(table.Header[column]);
        if (columns.DurationsAreMs || key.EndsWith("ms", StringComparison.Ordinal) || key.Contains("milli", StringComparison.Ordinal))
        {
            return 1;
        }

        if (key.EndsWith("sec", StringComparison.Ordinal) || key.Contains("second", StringComparison.Ordinal))
        {
            return 1000;
        }

        var numbers = new List<double>();
        foreach (var line in lines)
        {
            if (TrackLength.TryNumber(line[column], out var number) && number > 0)
            {
                numbers.Add(number);
            }
        }

        numbers.Sort();
        return numbers.Count > 0 && numbers[numbers.Count / 2] >= 10_000 ? 1 : 1000;
    }

    private static bool IsEpisode(string id)
        => id.StartsWith("spotify:episode:", StringComparison.OrdinalIgnoreCase)
            || id.Contains("open.spotify.com/episode/", StringComparison.OrdinalIgnoreCase);
}
