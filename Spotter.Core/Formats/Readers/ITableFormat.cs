namespace Spotter.Core.Formats.Readers;

/// <summary>A format that is a table with a header, so that a user can map its columns.</summary>
internal interface ITableFormat : IPlaylistFileFormat
{
    /// <summary>The meaning of the columns. Only for a table that the format recognises.</summary>
    TrackColumns ColumnsOf(CsvTable table);

    /// <summary>Reads a table with this meaning of its columns.</summary>
    void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts);

    void IPlaylistFileFormat.Read(PlaylistFileContent content, PlaylistDrafts drafts) => Read(content.Table!, ColumnsOf(content.Table!), drafts);
}
