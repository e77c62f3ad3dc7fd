using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>Turns the lines of a table into tracks. All table formats use it.</summary>
internal sealed class TrackTable(CsvTable table, TrackColumns columns)
{
    /// <summary>Reads the artists of a line. By default the cell is one name: the matcher compares it both whole and split.</summary>
    public Func<CsvLine, IReadOnlyList<string>>? ReadArtists { get; init; }

    /// <summary>Changes a cell before it is read.</summary>
    public Func<string, string> Prepare { get; init; } = static cell => cell;

    public void AddTo(PlaylistDrafts drafts, IReadOnlyCollection<CsvLine> lines)
    {
        var msPerUnit = MsPerUnit(lines);
        var areHoursMinutes = AreHoursMinutes(lines);
        foreach (var line in lines)
        {
            Add(line, msPerUnit, areHoursMinutes, drafts);
        }
    }

    private void Add(CsvLine line, int msPerUnit, bool areHoursMinutes, PlaylistDrafts drafts)
    {
        var playlist = NameOfList(line);
        var title = Name(line, columns.Title);
        var id = Cell(line, columns.TrackId);
        if (NotATrack(line) is { } other)
        {
            drafts.LeaveOut(line.Number, LeftOutReason.NotATrack, other, playlist);
        }
        else if (IsEpisode(id) || IsEpisode(Cell(line, columns.Link)))
        {
            drafts.LeaveOut(line.Number, LeftOutReason.Spoken, title.Length == 0 ? new Fact.EpisodeLeftOut() : new Fact.NamedEpisodeLeftOut(title), playlist);
        }
        else if (title.Length == 0)
        {
            drafts.LeaveOut(line.Number, LeftOutReason.NoTitle, new Fact.UntitledRowLeftOut(), playlist);
        }
        else
        {
            drafts.Add(line.Number, new SourceTrack
            {
                Title = title,
                Artists = Artists(line),
                Album = FieldText.CleanOrNull(Name(line, columns.Album)),
                DurationMs = TrackLength.Parse(areHoursMinutes && IsClock(line[columns.Duration]) ? line[columns.Duration].Trim()[..^3] : line[columns.Duration], msPerUnit),
                Isrc = TrackIds.RecordingCode(Cell(line, columns.Isrc)),
                RecordingMbid = TrackIds.RecordingMbid(Cell(line, columns.RecordingMbid)),
                ProviderTrackId = ProviderTrackId(line, id),
                Location = MediaPath.LocationOf(Prepare(line[columns.Location])),
            }, playlist);
        }
    }

    private IReadOnlyList<string> Artists(CsvLine line)
    {
        var first = ReadArtists?.Invoke(line) ?? (Name(line, columns.Artist) is { Length: > 0 } artist ? [artist] : []);
        return columns.MoreArtists.Count == 0
            ? first
            : [.. first.Concat(columns.MoreArtists.Select(column => Name(line, column))).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal)];
    }

    private string? ProviderTrackId(CsvLine line, string id)
        => (columns.IsOfSpotter ? TrackIds.OfSpotter(id)
            : columns.Service is not null ? TrackIds.Named(line[columns.Service], id)
            : columns.ServiceName is not null ? TrackIds.FromLink(id) ?? TrackIds.Named(columns.ServiceName, id)
            : TrackIds.FromLink(id) ?? TrackIds.Written(id))
            ?? TrackIds.FromLink(Cell(line, columns.Link));

    /// <summary>Services let users save artists and albums as well as tracks, and some exports list all of them in one table.</summary>
    private Fact? NotATrack(CsvLine line) => Cell(line, columns.Kind).ToLowerInvariant() switch
    {
        "artist" or "artists" => new Fact.ArtistLeftOut(),
        "album" or "albums" => new Fact.AlbumLeftOut(),
        _ => null,
    };

    private string? NameOfList(CsvLine line)
        => FieldText.CleanOrNull(Prepare(line[columns.Playlist]))
            ?? (Cell(line, columns.Kind).StartsWith("Favo", StringComparison.OrdinalIgnoreCase) ? "Favourites" : null);

    private string Cell(CsvLine line, int? column) => FieldText.Clean(Prepare(line[column]));

    /// <summary>A cell with a name. Some exports HTML-escape names, but Spotter does not.</summary>
    private string Name(CsvLine line, int? column) => FieldText.Clean(Unescaped(Prepare(line[column])));

    private string Unescaped(string cell) => columns.IsOfSpotter ? cell : HtmlEntities.Decode(cell);

    /// <summary>
    /// Whether a spreadsheet has changed minutes and seconds into hours and minutes: it takes "3:05" for five past three and writes
    /// "3:05:00". That is so if no value of the column has seconds and the median is an hour or more.
    /// </summary>
    private bool AreHoursMinutes(IReadOnlyCollection<CsvLine> lines)
    {
        if (columns.Duration is not { } column)
        {
            return false;
        }

        var clocks = lines.Select(line => line[column].Trim()).Where(IsClock).ToList();
        return clocks.Count > 0 && clocks.TrueForAll(clock => clock.EndsWith(":00", StringComparison.Ordinal))
            && clocks.Select(clock => TrackLength.Parse(clock, 1000) ?? int.MaxValue).Order().ElementAt(clocks.Count / 2) >= 3_600_000;
    }

    private static bool IsClock(string cell) => cell.AsSpan().Count(':') == 2;

    /// <summary>
    /// The unit of bare numbers in the duration column. If the header does not name it, the median decides: a track of 10,000 seconds is as
    /// rare as one of 10,000 milliseconds, and a single long mix must not change the whole column.
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
