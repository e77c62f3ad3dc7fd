using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>VirtualDJ's lists ("VirtualFolder", .vdjfolder) and its exported database.</summary>
internal sealed class VirtualDjFormat : IPlaylistFileFormat
{
    public string Family => "virtualdj";

    public Fact NoTracks => new Fact.ListWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.XmlRoot is "VirtualFolder" or "VirtualDJ_Database";

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts) => PlaylistXml.Read(content, "VirtualDJ", xml =>
    {
        while (xml.ReadNext())
        {
            if (xml.Name.Equals("song", StringComparison.OrdinalIgnoreCase))
            {
                ReadSong(xml, drafts);
            }
        }
    }, drafts);

    private static void ReadSong(PlaylistXml xml, PlaylistDrafts drafts)
    {
        var (line, depth) = (xml.Line, xml.Depth);
        var path = MediaPath.Parse(xml.Attribute("path") ?? xml.Attribute("FilePath"));
        var (artist, title, album) = (xml.Attribute("artist"), xml.Attribute("title"), (string?)null);
        var (remix, seconds) = (xml.Attribute("remix"), xml.Attribute("songlength"));
        // The database has separate elements for the names and the length.
        while (xml.ReadWithin(depth))
        {
            if (xml.Name == "Tags")
            {
                (artist, title, album, remix) = (artist ?? xml.Attribute("Author"), title ?? xml.Attribute("Title"), xml.Attribute("Album"), remix ?? xml.Attribute("Remix"));
            }
            else if (xml.Name == "Infos")
            {
                seconds ??= xml.Attribute("SongLength");
            }
        }

        var name = FieldText.CleanOrNull(title) is { } known && FieldText.CleanOrNull(remix) is { } version ? $"{known} ({version})" : title;
        if (CollectionTracks.TrackOf(name, artist, album, TrackLength.Parse(seconds, 1000), path) is { } track)
        {
            drafts.Add(line, track);
        }
        else
        {
            drafts.LeaveOut(line, LeftOutReason.NoTitle, new Fact.UntitledTrackLeftOut());
        }
    }
}
