using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;


namespace Spotter.Core.Formats;

/// <summary>Guesses the meaning of an unknown table's columns from their names, or else from their cells. The user can correct it.</summary>
internal static class TableGuess
{
    private static readonly (TableColumn Column, string[] Names)[] Known =
    [
        (TableColumn.Title, ColumnNames.Title), (TableColumn.Artist, ColumnNames.Artist), (TableColumn.Album, ColumnNames.Album),
        (TableColumn.Duration, ColumnNames.Duration), (TableColumn.Isrc, ColumnNames.Isrc), (TableColumn.RecordingMbid, ColumnNames.RecordingMbid),
        (TableColumn.Link, [.. ColumnNames.TrackId, .. ColumnNames.Link]), (TableColumn.Path, ColumnNames.Location), (TableColumn.Playlist, ColumnNames.Playlist),
    ];

    private static readonly Dictionary<string, TableColumn> ByKey = Known
        .SelectMany(known => known.Names, (known, name) => (Key: HeaderName.Normalize(name), known.Column))
        .DistinctBy(known => known.Key)
        .ToDictionary(known => known.Key, known => known.Column, StringComparer.Ordinal);

    /// <summary>The meaning of a column with this name, or null.</summary>
    public static TableColumn? Named(string name) => ByKey.TryGetValue(HeaderName.Normalize(name), out var column) ? column : null;

    /// <summary>Whether a line is certainly a header and not a track: at least two of its cells are known column names.</summary>
    public static bool IsHeader(IEnumerable<string> cells) => cells.Select(Named).Where(column => column is not null).Distinct().Count() > 1;

    /// <summary>The mapping of a table that a format has recognised.</summary>
    public static TableMapping Of(int width, bool hasHeader, TrackColumns columns)
    {
        var found = new TableColumn[width];
        foreach (var artist in columns.MoreArtists)
        {
            found[artist] = TableColumn.Artist;
        }

        foreach (var (place, column) in ((int?, TableColumn)[])
        [
            (columns.Playlist, TableColumn.Playlist), (columns.Location, TableColumn.Path), (columns.Link, TableColumn.Link), (columns.TrackId, TableColumn.Link),
            (columns.RecordingMbid, TableColumn.RecordingMbid), (columns.Isrc, TableColumn.Isrc), (columns.Duration, TableColumn.Duration), (columns.Album, TableColumn.Album),
            (columns.Artist, TableColumn.Artist), (columns.Title, TableColumn.Title),
        ])
        {
            // A table may have both a link and an id. The entry that comes later in this list is more precise.
            if (place is { } at)
            {
                found = [.. found.Select((known, i) => i == at ? column : known == column && column != TableColumn.Artist ? TableColumn.Ignored : known)];
            }
        }

        return new TableMapping(hasHeader, found);
    }

    public static TableMapping Of(UnknownTable table)
    {
        // Codes, lengths and addresses in the first line mean that it is a track. Plain words do not tell, and most tables have a header.
        var hasHeader = table.NamesColumns || !table.Rows[0].Any(cell => Looks(cell) is not null);
        var columns = new TableColumn[table.ColumnCount];
        for (var i = 0; i < columns.Length; i++)
        {
            var guess = (hasHeader ? Named(table.Rows[0][i]) : null)
                ?? table.Rows.Skip(hasHeader ? 1 : 0).Select(row => Looks(row[i])).FirstOrDefault(found => found is not null);
            columns[i] = guess is { } column && !columns.Contains(column) ? column : TableColumn.Ignored;
        }

        if (columns.Contains(TableColumn.Title) && !columns.Contains(TableColumn.Artist) && hasHeader && FindArtist(table, columns) is { } artist)
        {
            columns[artist] = TableColumn.Artist;
        }

        return new TableMapping(hasHeader, columns);
    }

    /// <summary>Next to a title, the first unknown column of words is most likely the artist.</summary>
    private static int? FindArtist(UnknownTable table, TableColumn[] columns)
        => MusicTable.FindLikelyArtist(
            table.Rows[0], Array.IndexOf(columns, TableColumn.Title), [.. table.Rows.Skip(1).Select((row, i) => new CsvLine(i, [.. row]))]);

    private static TableColumn? Looks(string cell)
        => TrackIds.RecordingCode(cell) is not null ? TableColumn.Isrc
            : TrackIds.RecordingMbid(cell) is not null ? TableColumn.RecordingMbid
            : TrackIds.FromLink(cell) is not null ? TableColumn.Link
            : cell.Contains(':', StringComparison.Ordinal) && TrackLength.Parse(cell, 1000) is not null ? TableColumn.Duration
            : null;
}
