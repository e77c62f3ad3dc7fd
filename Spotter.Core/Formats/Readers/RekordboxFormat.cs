using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>The collection that rekordbox exports as XML, with its playlists in folders. Converters for Serato, Engine and Traktor write it
/// too.</summary>
internal sealed class RekordboxFormat : IPlaylistFileFormat
{
    private const string Playlist = "1";

    public string Family => "rekordbox";

    public Fact NoTracks => new Fact.RekordboxWithoutPlaylist();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content) => content.XmlRoot == "DJ_PLAYLISTS";

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts) => PlaylistXml.Read(content, "rekordbox", xml =>
    {
        var (byId, byPlace) = (new CollectionTracks(), new CollectionTracks());
        while (xml.ReadNext())
        {
            if (xml.Name == "TRACK" && xml.Attribute("TrackID") is { } id)
            {
                var place = xml.Attribute("Location");
                var track = CollectionTracks.TrackOf(
                    xml.Attribute("Name"), xml.Attribute("Artist"), xml.Attribute("Album"), TrackLength.Parse(xml.Attribute("TotalTime"), 1000), MediaPath.ParseAddress(place));
                byId.Add(id, track, xml.Line);
                byPlace.Add(place, track, xml.Line);
            }
            else if (xml.Name == "NODE" && xml.Attribute("Type") == Playlist)
            {
                ReadPlaylist(xml, byId, byPlace, drafts);
            }
        }
    }, drafts);

    private static void ReadPlaylist(PlaylistXml xml, CollectionTracks byId, CollectionTracks byPlace, PlaylistDrafts drafts)
    {
        var depth = xml.Depth;
        var name = FieldText.CleanOrNull(xml.Attribute("Name")) ?? "Playlist";
        // Refers to tracks by their id, or by the path of their file.
        var tracks = xml.Attribute("KeyType") == "1" ? byPlace : byId;
        while (xml.ReadWithin(depth))
        {
            if (xml.Name == "TRACK")
            {
                tracks.AddTo(drafts, xml.Attribute("Key"), xml.Line, name);
            }
        }
    }
}
