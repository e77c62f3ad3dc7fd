using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>The exports of Soundiiz: one with semicolons, and one with commas and the ids of the service.</summary>
internal sealed class SoundiizFormat : ITableFormat
{
    public string Family => "soundiiz";

    public Fact NoTracks => new Fact.TableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content)
    {
        // Case-sensitive: these are common words, and many hand-made tables have them with capitals.
        if (content.Table is not { } table || !table.Header.Take(4).SequenceEqual(["title", "artist", "album", "isrc"]))
        {
            return false;
        }

        // Roon writes the same four columns. Soundiiz begins its files with a UTF-8 byte order mark, Roon does not.
        return table.Header.Count == 4
            ? content.HasByteOrderMark
            : table.Header.Contains("addedDate") || table.Header.Contains("addedBy") || table.Header.Contains("trackId");
    }

    public TrackColumns ColumnsOf(CsvTable table) => new()
    {
        Title = 0,
        Artist = 1,
        Album = 2,
        Isrc = 3,
        Duration = table.Find("duration"),
        Service = table.Find("platform"),
        TrackId = table.Find("trackId"),
        Link = table.Find("url"),
    };

    public void Read(CsvTable table, TrackColumns columns, PlaylistDrafts drafts)
        => new TrackTable(table, columns).AddTo(drafts, [.. table.Lines(table.Header.Count)]);
}
