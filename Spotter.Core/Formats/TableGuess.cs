using Spotter.Core.Formats.Readers;
using Spotter.Core.Formats.Text;


namespace Spotter.Core.Formats;

/// <summary>Guesses what the columns of an unknown table are, for a user to correct: by their names, else by what stands in them.</summary>
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

    /// <summary>What a column of this name is, or null.</summary>
    public static TableColumn? Named(string name) => ByKey.TryGetValue(HeaderName.Normalize(name), out var column) ? column : null;

    public static TableMapping Of(UnknownTable table)
    {
        // Codes, lengths and addresses in the first line: then it is a track. Words say nothing, and most tables have a header.
        var hasHeader = table.NamesColumns || !table.Rows[0].Any(cell => Looks(cell) is not null);
        var columns = new TableColumn[table.ColumnCount];
        for (var i = 0; i < columns.Length; i++)
        {
            var guess = (hasHeader ? Named(table.Rows[0][i]) : null)
                ?? table.Rows.Skip(hasHeader ? 1 : 0).Select(row => Looks(row[i])).FirstOrDefault(found => found is not null);
            columns[i] = guess is { } column && !columns.Contains(column) ? column : TableColumn.Ignored;
        }

        return new TableMapping(hasHeader, columns);
    }

    private static TableColumn? Looks(string cell)
        => TrackIds.RecordingCode(cell) is not null ? TableColumn.Isrc
            : TrackIds.RecordingMbid(cell) is not null ? TableColumn.RecordingMbid
            : TrackIds.FromLink(cell) is not null ? TableColumn.Link
            : cell.Contains(':', StringComparison.Ordinal) && TrackLength.Parse(cell, 1000) is not null ? TableColumn.Duration
            : null;
}
