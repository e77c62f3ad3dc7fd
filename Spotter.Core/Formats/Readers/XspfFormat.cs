using System.Globalization;
using System.Text;
using System.Xml;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>XSPF, the XML playlist. Read node by node: no document type, no entities, no deep nesting.</summary>
internal sealed class XspfFormat : IPlaylistFileFormat
{
    // XSPF needs five; hostile files nest by the million.
    private const int DeepestElement = 32;

    public string Family => "xspf";

    public string NoTracks => "The playlist names no tracks.";

    public bool Recognizes(PlaylistFileContent content) => content.FirstVisibleCharacter == '<';

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        RefuseWebPage(content.Text);
        // The bytes and not the text: XML names its encoding itself.
        using var xml = XmlReader.Create(new MemoryStream(content.Bytes), new XmlReaderSettings
        {
            DtdProcessing = DtdProcessing.Prohibit,
            XmlResolver = null,
            IgnoreComments = true,
            IgnoreProcessingInstructions = true,
            MaxCharactersInDocument = PlaylistFileLimits.MaxBytes,
        });
        try
        {
            Read(xml, drafts);
        }
        catch (XmlException e) when (content.Text.IndexOf("<!DOCTYPE", StringComparison.OrdinalIgnoreCase) is >= 0 and var at)
        {
            throw new PlaylistFileException("the file declares a document type or entities, which playlists do not need and Spotter does not read.",
                LineNumbers.At(content.Text, at), e)
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
        }
        catch (XmlException e)
        {
            throw new PlaylistFileException("the XML is broken here. Expected a whole XSPF playlist.", Math.Max(1, e.LineNumber), e);
        }
    }

    private static void Read(XmlReader xml, PlaylistDrafts drafts)
    {
        xml.MoveToContent();
        if (xml.LocalName != "playlist")
        {
            throw new PlaylistFileException($"expected <playlist>, with which an XSPF playlist begins, found <{Shortened(xml.LocalName)}>.", Line(xml))
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
        }

        SharedFields? track = null;
        var trackLine = 0;
        while (xml.Read())
        {
            if (xml.Depth > DeepestElement)
            {
                throw new PlaylistFileException("elements are nested too deeply here for an XSPF playlist.", Line(xml));
            }

            if (xml is { NodeType: XmlNodeType.Element, LocalName: "track" } && track is null)
            {
                (track, trackLine) = (new SharedFields(), Line(xml));
                if (xml.IsEmptyElement)
                {
                    track.AddTo(drafts, trackLine);
                    track = null;
                }
            }
            else if (xml is { NodeType: XmlNodeType.EndElement, LocalName: "track" } && track is not null)
            {
                track.AddTo(drafts, trackLine);
                track = null;
            }
            else if (xml.NodeType == XmlNodeType.Element && track is not null)
            {
                ReadTrackField(xml, track);
            }
            else if (xml is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "title" })
            {
                drafts.Describe(Text(xml), null);
            }
            else if (xml is { NodeType: XmlNodeType.Element, Depth: 1, LocalName: "annotation" })
            {
                drafts.Describe(null, Text(xml));
            }
        }
    }

    private static void ReadTrackField(XmlReader xml, SharedFields track)
    {
        switch (xml.LocalName)
        {
            case "title":
                track.Title = Text(xml);
                break;
            case "creator":
                track.Creator = Text(xml);
                break;
            case "album":
                track.Album = Text(xml);
                break;
            case "duration":
                track.Duration = Text(xml);
                break;
            case "identifier":
                track.Identifiers.Add(Text(xml));
                break;
            case "location":
                track.Locations.Add(Text(xml));
                break;
            default:
                // Extensions and the rest: their children are looked at like any other, and ignored.
                break;
        }
    }

    /// <summary>The text of the element; the reader then stands at its end.</summary>
    private static string Text(XmlReader xml)
    {
        if (xml.IsEmptyElement)
        {
            return "";
        }

        var line = Line(xml);
        var name = xml.LocalName;
        var depth = xml.Depth;
        var text = new StringBuilder();
        while (xml.Read() && xml.Depth > depth)
        {
            if (xml.NodeType is XmlNodeType.Text or XmlNodeType.CDATA or XmlNodeType.SignificantWhitespace or XmlNodeType.Whitespace)
            {
                FieldText.RefuseOverlong(text.Length + xml.Value.Length, line, $"<{name}>");
                text.Append(xml.Value);
            }

            if (xml.Depth > DeepestElement)
            {
                throw new PlaylistFileException("elements are nested too deeply here for an XSPF playlist.", Line(xml));
            }
        }

        return text.ToString();
    }

    private static void RefuseWebPage(string text)
    {
        var start = text.AsSpan().TrimStart();
        if (start.StartsWith("<!doctype html", StringComparison.OrdinalIgnoreCase) || start.StartsWith("<html", StringComparison.OrdinalIgnoreCase))
        {
            throw new PlaylistFileException("This is a web page, not a playlist file. The download may have ended at a sign-in or an error page.")
            {
                Problem = PlaylistFileProblem.NotAPlaylist,
            };
        }
    }

    private static string Shortened(string name) => name.Length > 60 ? string.Create(CultureInfo.InvariantCulture, $"{name.AsSpan(0, 60)}…") : name;

    private static int Line(XmlReader xml) => xml is IXmlLineInfo info && info.HasLineInfo() ? info.LineNumber : 1;
}
