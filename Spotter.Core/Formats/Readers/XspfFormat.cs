using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;

namespace Spotter.Core.Formats.Readers;

/// <summary>XSPF, the XML playlist format. It accepts all other XML too, and reports what is missing.</summary>
internal sealed class XspfFormat : IPlaylistFileFormat
{
    public string Family => "xspf";

    public Fact NoTracks => new Fact.PlaylistWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.FirstVisibleCharacter == '<';

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        RefuseWebPage(content.Text);
        PlaylistXml.Read(content, "XSPF", xml => Read(xml, drafts), drafts);
    }

    private static void Read(PlaylistXml xml, PlaylistDrafts drafts)
    {
        if (xml.ReadNext() && xml.Name != "playlist")
        {
            throw new PlaylistFileException(new Fact.XspfMissing(PlaylistXml.Shortened(xml.Name)), xml.Line)
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
        }

        while (xml.ReadNext())
        {
            if (xml.Name == "track")
            {
                var line = xml.Line;
                ReadTrack(xml).AddTo(drafts, line);
            }
            else if (xml is { Depth: 1, Name: "title" })
            {
                drafts.Describe(xml.Text(), null);
            }
            else if (xml is { Depth: 1, Name: "annotation" })
            {
                drafts.Describe(null, xml.Text());
            }
        }
    }

    private static SharedFields ReadTrack(PlaylistXml xml)
    {
        var track = new SharedFields();
        var depth = xml.Depth;
        // Extensions and other elements are ignored, but their children are read like any other element.
        while (xml.ReadWithin(depth))
        {
            switch (xml.Name)
            {
                case "title":
                    track.Title = xml.Text();
                    break;
                case "creator":
                    track.Creator = xml.Text();
                    break;
                case "album":
                    track.Album = xml.Text();
                    break;
                case "annotation":
                    track.Annotation = xml.Text();
                    break;
                case "duration":
                    track.Duration = xml.Text();
                    break;
                case "identifier":
                    track.Identifiers.Add(xml.Text());
                    break;
                case "meta" when xml.Attribute("rel") == SharedExport.Addition:
                    track.Track = TrackJson.Parse(xml.Text(), xml.Line);
                    break;
                case "location":
                    track.Locations.Add(xml.Text());
                    break;
                default:
                    break;
            }
        }

        return track;
    }

    private static void RefuseWebPage(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            throw new PlaylistFileException(new Fact.WebPageFile())
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
        }
    }
}
