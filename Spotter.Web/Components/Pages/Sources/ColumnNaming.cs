using Spotter.Core.Formats;


namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Display names of columns.</summary>
public static class ColumnNaming
{
    public static string Of(TableColumn column) => column switch
    {
        TableColumn.Ignored => "–",
        TableColumn.Title => "Title",
        TableColumn.Artist => "Artist",
        TableColumn.Album => "Album",
        TableColumn.Duration => "Length",
        TableColumn.Isrc => "ISRC",
        TableColumn.RecordingMbid => "MusicBrainz id",
        TableColumn.Link => "Link or id",
        TableColumn.Path => "File",
        TableColumn.Playlist => "Playlist",
    };

    /// <summary>All columns of a table that have a meaning, in one line.</summary>
    public static string Of(TableMapping mapping)
        => string.Join(", ", mapping.Columns.Select((column, i) => (column, i)).Where(found => found.column != TableColumn.Ignored).Select(found => $"{Of(found.column)} in column {found.i + 1}"));
}
