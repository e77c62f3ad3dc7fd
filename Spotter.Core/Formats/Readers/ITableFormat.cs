namespace Spotter.Core.Formats.Readers;

/// <summary>A format that is a table with a header, so that a user can say of its columns what they are.</summary>
internal interface ITableFormat : IPlaylistFileFormat
{
    /// <summary>What the columns are taken for. Only for a table that the format recognises.</summary>
    TrackColumns ColumnsOf(CsvTable table);

    /// <summary>Reads a table whose columns are these.</summary>
    void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts);

    void IPlaylistFileFormat.Read(PlaylistFileContent content, PlaylistDrafts drafts) => Read(content.Table!, ColumnsOf(content.Table!), drafts);
}
