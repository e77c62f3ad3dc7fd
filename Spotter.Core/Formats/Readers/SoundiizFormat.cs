using Spotter.Core.Facts;

namespace Spotter.Core.Formats.Readers;

/// <summary>The exports of Soundiiz: one with semicolons, one with commas and the service's own ids.</summary>
internal sealed class SoundiizFormat : IPlaylistFileFormat
{
    public string Family => "soundiiz";

    public Fact NoTracks => new Fact.TableWithoutTracks();

    public bool Recognizes(PlaylistFileContent content)
    {
        // By the exact spelling: these are everyday words, and many a hand-made table has them with capitals.
        if (content.Table is not { } table || !table.Header.Take(4).SequenceEqual(["title", "artist", "album", "isrc"]))
        {
            return false;
        }

        // Four columns alone are also what Roon writes. Soundiiz marks its files as UTF-8, Roon does not.
        return table.Header.Count == 4
            ? content.HasByteOrderMark
            : table.Header.Contains("addedDate") || table.Header.Contains("addedBy") || table.Header.Contains("trackId");
    }

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var table = content.Table!;
        var columns = new TrackColumns
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
        new TrackTable(table, columns).AddTo(drafts, [.. table.Lines(table.Header.Count)]);
    }
}
