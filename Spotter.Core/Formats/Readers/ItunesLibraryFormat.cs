using System.Globalization;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>
/// The XML that iTunes and Apple's Music app export: the whole library with its playlists, or one playlist. It is a property list:
/// dictionaries with alternating keys and values.
/// </summary>
internal sealed class ItunesLibraryFormat : IPlaylistFileFormat
{
    // Lists that the program maintains itself: the whole library again, or no music.
    private static readonly HashSet<string> OfTheProgram = new(StringComparer.Ordinal)
    {
        "Master", "Movies", "TV Shows", "Podcasts", "Audiobooks", "iTunesU", "Books", "Folder", "Purchased Music", "Home Videos",
    };

    public string Family => "itunes";

    public Fact NoTracks => new Fact.ItunesWithoutPlaylist();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content) => content.XmlRoot == "plist";

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts) => PlaylistXml.Read(content, "iTunes", xml =>
    {
        var tracks = new CollectionTracks();
        var isLibrary = false;
        var names = new Dictionary<string, int>(StringComparer.Ordinal);
        while (xml.ReadNext())
        {
            if (xml is not { Depth: 2, Name: "key" })
            {
                continue;
            }

            switch (xml.Text())
            {
                case "Tracks" when xml.ReadNext() && xml.Name == "dict":
                    isLibrary = true;
                    ReadTracks(xml, tracks);
                    break;
                case "Playlists" when xml.ReadNext() && xml.Name == "array":
                    isLibrary = true;
                    ReadPlaylists(xml, tracks, names, drafts);
                    break;
                default:
                    break;
            }
        }

        if (!isLibrary)
        {
            throw new PlaylistFileException(new Fact.PropertyListFile()) { Problem = PlaylistFileProblem.NotAPlaylist };
        }
    }, drafts, allowsDocumentType: true);

    private static void ReadTracks(PlaylistXml xml, CollectionTracks tracks)
    {
        var depth = xml.Depth;
        while (xml.ReadWithin(depth))
        {
            if (xml.Name != "dict")
            {
                continue;
            }

            var line = xml.Line;
            var values = Values(xml);
            tracks.Add(values.GetValueOrDefault("Track ID"), TrackOf(values), line);
        }
    }

    private static SourceTrack? TrackOf(Dictionary<string, string> values)
        => CollectionTracks.TrackOf(
            values.GetValueOrDefault("Name"), values.GetValueOrDefault("Artist") ?? values.GetValueOrDefault("Album Artist"), values.GetValueOrDefault("Album"),
            TrackLength.Parse(values.GetValueOrDefault("Total Time"), 1), MediaPath.ParseAddress(values.GetValueOrDefault("Location")));

    private static void ReadPlaylists(PlaylistXml xml, CollectionTracks tracks, Dictionary<string, int> names, PlaylistDrafts drafts)
    {
        var depth = xml.Depth;
        while (xml.ReadWithin(depth))
        {
            if (xml.Name == "dict")
            {
                ReadPlaylist(xml, tracks, names, drafts);
            }
        }
    }

    private static void ReadPlaylist(PlaylistXml xml, CollectionTracks tracks, Dictionary<string, int> names, PlaylistDrafts drafts)
    {
        var depth = xml.Depth;
        string? name = null, description = null;
        var isOfTheProgram = false;
        var items = new List<(int Line, string? Key)>();
        while (xml.ReadWithin(depth))
        {
            if (xml.Name != "key")
            {
                continue;
            }

            var key = xml.Text();
            if (!xml.ReadWithin(depth))
            {
                break;
            }

            switch (key)
            {
                case "Name":
                    name = FieldText.CleanOrNull(xml.Text());
                    break;
                case "Description":
                    description = xml.Text();
                    break;
                case "Distinguished Kind":
                    isOfTheProgram = true;
                    break;
                case "Playlist Items" when xml.Name == "array":
                    ReadItems(xml, items);
                    break;
                default:
                    isOfTheProgram |= OfTheProgram.Contains(key) && xml.Name == "true";
                    break;
            }
        }

        if (isOfTheProgram || name is null)
        {
            return;
        }

        // Lists with the same name stay separate: their folders told them apart, but are not imported.
        var count = names[name] = names.GetValueOrDefault(name) + 1;
        var unique = count == 1 ? name : string.Create(CultureInfo.InvariantCulture, $"{name} ({count})");
        drafts.Describe(null, description, unique);
        foreach (var (line, id) in items)
        {
            tracks.AddTo(drafts, id, line, unique);
        }
    }

    private static void ReadItems(PlaylistXml xml, List<(int Line, string? Key)> items)
    {
        var depth = xml.Depth;
        while (xml.ReadWithin(depth))
        {
            if (xml.Name == "dict")
            {
                var line = xml.Line;
                if (items.Count == PlaylistFileLimits.MaxTracksOfMany)
                {
                    throw PlaylistDrafts.TooMany(line, PlaylistFileLimits.MaxTracksOfMany);
                }

                items.Add((line, Values(xml).GetValueOrDefault("Track ID")));
            }
        }
    }

    /// <summary>The simple values of a dictionary. Nested values are skipped.</summary>
    private static Dictionary<string, string> Values(PlaylistXml xml)
    {
        var values = new Dictionary<string, string>(StringComparer.Ordinal);
        var depth = xml.Depth;
        string? key = null;
        while (xml.ReadWithin(depth))
        {
            if (xml.Depth != depth + 1)
            {
                continue;
            }

            if (xml.Name == "key")
            {
                key = xml.Text();
            }
            else if (key is not null && xml.Name is "string" or "integer" && values.Count < 200)
            {
                values[key!] = xml.Text();
                key = null;
            }
        }

        return values;
    }
}
