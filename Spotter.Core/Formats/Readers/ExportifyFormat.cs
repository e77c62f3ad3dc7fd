using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;


namespace Spotter.Core.Formats.Readers;

/// <summary>The exports of the two tools called Exportify: exportify.app and exportify.net. They share a family, so that an export from one
/// updates a playlist from the other.</summary>
internal sealed class ExportifyFormat : ITableFormat
{
    // exportify.app translates its header. Then only the order of the columns is reliable.
    private const int AppColumnCount = 17;

    public string Family => "exportify";

    public Fact NoTracks => new Fact.ExportifyWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.Table is { } table && Columns(table) is not null;

    public TrackColumns ColumnsOf(CsvTable table) => Columns(table)!.Value.Columns;

    public void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts)
    {
        // The ids belong to the artist column next to them. They do not apply if the user chose another one.
        var artistIds = Columns(table) is var (own, ids) && own.Artist == columns.Artist ? ids : null;
        var lines = table.Lines(table.Header.Count).ToList();
        var artists = new ExportifyArtists();
        foreach (var line in lines)
        {
            artists.Learn(Names(line), line[artistIds]);
        }

        new TrackTable(table, columns) { ReadArtists = line => artists.Split(Names(line), line[artistIds]) }.AddTo(drafts, lines);

        // Before they are split: an entity ends with a semicolon.
        string Names(CsvLine line) => HtmlEntities.Decode(line[columns.Artist]);
    }

    private static (TrackColumns Columns, int? ArtistIds)? Columns(CsvTable table)
        => ByName(table) ?? ByPlace(table);

    private static (TrackColumns Columns, int? ArtistIds)? ByName(CsvTable table)
        => table.Find("Track URI", "Spotify ID", "Spotify URI", "Track ID") is { } uri
            && table.Find("Track Name") is { } title
            && table.Find("Artist Name(s)", "Artist Name") is { } artist
                ? (new TrackColumns
                {
                    Title = title,
                    Artist = artist,
                    Album = table.Find("Album Name"),
                    Duration = table.Find("Track Duration (ms)", "Duration (ms)"),
                    Isrc = table.Find("ISRC"),
                    TrackId = uri,
                    Playlist = table.Find("Playlist Name"),
                }, table.Find("Artist URI(s)", "Artist IDs", "Artist ID(s)"))
                : null;

    private static (TrackColumns Columns, int? ArtistIds)? ByPlace(CsvTable table)
    {
        if (table.Header.Count < AppColumnCount || table.FirstLine() is not { } line)
        {
            return null;
        }

        // Some versions have a column with the playlist's name first.
        int? first = IsUri(line[0]) && IsArtist(line[2]) ? 0 : IsUri(line[1]) && IsArtist(line[3]) ? 1 : null;
        return first is { } at && table.Header.Count >= at + AppColumnCount
            ? (new TrackColumns
            {
                TrackId = at,
                Title = at + 1,
                Artist = at + 3,
                Album = at + 5,
                Duration = at + 12,
                Isrc = at + 16,
                Playlist = at == 1 ? 0 : null,
                DurationsAreMs = true,
            }, at + 2)
            : null;
    }

    private static bool IsUri(string cell) => cell.StartsWith("spotify:", StringComparison.Ordinal);

    private static bool IsArtist(string cell) => FieldText.Clean(cell).Length == 0 || cell.StartsWith("spotify:artist:", StringComparison.Ordinal);
}
