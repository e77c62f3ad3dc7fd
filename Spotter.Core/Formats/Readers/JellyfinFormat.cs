using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>The playlist.xml that Jellyfin and Emby store next to their library. It contains only paths.</summary>
internal sealed class JellyfinFormat : IPlaylistFileFormat
{
    public string Family => "jellyfin";

    public Fact NoTracks => new Fact.PlaylistWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.XmlRoot == "Item";

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts) => PlaylistXml.Read(content, "Jellyfin", xml =>
    {
        var entries = new FileEntries(drafts);
        while (xml.ReadNext())
        {
            if (xml is { Depth: 1, Name: "LocalTitle" or "Name" })
            {
                drafts.Describe(xml.Text(), null);
            }
            else if (xml is { Depth: 1, Name: "Overview" })
            {
                drafts.Describe(null, xml.Text());
            }
            else if (xml.Name == "PlaylistItem")
            {
                var (line, depth) = (xml.Line, xml.Depth);
                string? path = null;
                while (xml.ReadWithin(depth))
                {
                    path = xml.Name == "Path" ? xml.Text() : path;
                }

                entries.Add(new(line, "", null) { Path = MediaPath.Parse(path), HasLocation = path is not null });
            }
        }

        entries.Finish();
    }, drafts);
}
