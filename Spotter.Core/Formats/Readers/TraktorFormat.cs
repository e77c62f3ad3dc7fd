using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>Traktor's NML: the whole collection, or one playlist exported with its tracks.</summary>
internal sealed class TraktorFormat : IPlaylistFileFormat
{
    public string Family => "traktor";

    public Fact NoTracks => new Fact.TraktorWithoutPlaylist();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content) => content.XmlRoot == "NML";

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts) => PlaylistXml.Read(content, "Traktor", xml =>
    {
        var tracks = new CollectionTracks();
        string? name = null;
        while (xml.ReadNext())
        {
            if (xml.Name == "NODE" && xml.Attribute("TYPE") == "PLAYLIST")
            {
                name = FieldText.CleanOrNull(xml.Attribute("NAME"));
            }
            else if (xml.Name == "PRIMARYKEY")
            {
                tracks.AddTo(drafts, xml.Attribute("KEY"), xml.Line, name ?? "Playlist");
            }
            else if (xml.Name == "ENTRY" && xml.Attribute("TITLE") is { } title)
            {
                ReadTrack(xml, title, tracks);
            }
        }
    }, drafts);

    private static void ReadTrack(PlaylistXml xml, string title, CollectionTracks tracks)
    {
        var (line, depth, artist) = (xml.Line, xml.Depth, xml.Attribute("ARTIST"));
        string? album = null, key = null, seconds = null;
        MediaPath? path = null;
        while (xml.ReadWithin(depth))
        {
            switch (xml.Name)
            {
                case "LOCATION":
                    // Folders are written as "/:Music/:Artist/:". A playlist refers to a file by all three parts.
                    var (volume, folder, file) = (xml.Attribute("VOLUME"), xml.Attribute("DIR"), xml.Attribute("FILE"));
                    key = volume + folder + file;
                    path = MediaPath.Parse((folder ?? "").Replace("/:", "/", StringComparison.Ordinal) + file);
                    break;
                case "ALBUM":
                    album = xml.Attribute("TITLE");
                    break;
                case "INFO":
                    seconds = xml.Attribute("PLAYTIME_FLOAT") ?? xml.Attribute("PLAYTIME");
                    break;
                default:
                    break;
            }
        }

        tracks.Add(key, CollectionTracks.TrackOf(title, artist, album, TrackLength.Parse(seconds, 1000), path), line);
    }
}
