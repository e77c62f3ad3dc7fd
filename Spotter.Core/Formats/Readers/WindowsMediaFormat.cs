using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>The playlists of Windows Media Player and Zune (WPL, ZPL: "smil" with "media" elements), and the older ASX.</summary>
internal sealed class WindowsMediaFormat : IPlaylistFileFormat
{
    public string Family => "wpl";

    public Fact NoTracks => new Fact.PlaylistWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.XmlRoot?.ToLowerInvariant() is "smil" or "asx";

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts) => PlaylistXml.Read(content, "Windows Media Player", xml =>
    {
        var entries = new FileEntries(drafts);
        while (xml.ReadNext())
        {
            switch (xml.Name.ToLowerInvariant())
            {
                case "media":
                    entries.Add(Media(xml));
                    break;
                case "entry":
                    entries.Add(Entry(xml));
                    break;
                case "title":
                    drafts.Describe(xml.Text(), null);
                    break;
                default:
                    break;
            }
        }

        entries.Finish();
    }, drafts);

    private static FileEntry Media(PlaylistXml xml)
    {
        var source = xml.Attribute("src");
        return new(xml.Line, FieldText.Clean(xml.Attribute("trackTitle")), TrackLength.Parse(xml.Attribute("duration"), 1))
        {
            Artist = FieldText.CleanOrNull(xml.Attribute("trackArtist")) ?? FieldText.CleanOrNull(xml.Attribute("albumArtist")),
            Album = FieldText.CleanOrNull(xml.Attribute("albumTitle")),
            Path = MediaPath.Parse(source),
            HasLocation = source is not null,
        };
    }

    private static FileEntry Entry(PlaylistXml xml)
    {
        var (line, depth) = (xml.Line, xml.Depth);
        string? title = null, author = null, address = null, length = null;
        while (xml.ReadWithin(depth))
        {
            switch (xml.Name.ToLowerInvariant())
            {
                case "title":
                    title = FieldText.CleanOrNull(xml.Text());
                    break;
                case "author":
                    author = FieldText.CleanOrNull(xml.Text());
                    break;
                case "ref":
                    // Further references are alternatives to the first.
                    address ??= xml.Attribute("href") ?? xml.Attribute("HREF") ?? xml.Attribute("Href");
                    break;
                case "duration":
                    length = xml.Attribute("value") ?? xml.Attribute("VALUE");
                    break;
                default:
                    break;
            }
        }

        return new(line, title ?? "", TrackLength.Parse(length, 1000)) { Artist = author, Path = MediaPath.ParseAddress(address), HasLocation = address is not null };
    }
}
