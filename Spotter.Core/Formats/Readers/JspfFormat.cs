using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;
using Spotter.Core.Formats.Text;

namespace Spotter.Core.Formats.Readers;

/// <summary>JSPF, the JSON form of XSPF, with the extensions of MusicBrainz and ListenBrainz. It accepts all other JSON too, and reports what
/// is missing.</summary>
internal sealed class JspfFormat : IPlaylistFileFormat
{
    private const string MusicBrainzTrack = "https://musicbrainz.org/doc/jspf#track";

    public string Family => "jspf";

    public Fact NoTracks => new Fact.PlaylistWithoutTracks();

    public bool Recognizes(PlaylistFileContent content) => content.Json is not null;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var json = content.Json!;
        if (json.Fault is { } fault)
        {
            throw fault;
        }

        if (JsonText.Property(json.Root, "playlist") is not { ValueKind: JsonValueKind.Object } playlist)
        {
            throw new PlaylistFileException(new Fact.JspfMissing(json.Describe()), 1) { Problem = PlaylistFileProblem.NotAPlaylist };
        }

        drafts.Describe(JsonText.String(playlist, "title", 1), JsonText.String(playlist, "annotation", 1));
        switch (JsonText.Property(playlist, "track"))
        {
            case null or { ValueKind: JsonValueKind.Null }:
                return;
            case { ValueKind: JsonValueKind.Array } tracks:
                Read(tracks, json.LinesOf("playlist", "track"), drafts);
                return;
            default:
                throw new PlaylistFileException(new Fact.JspfTracksMissing(), 1);
        }
    }

    private static void Read(JsonElement tracks, IReadOnlyList<int> lines, PlaylistDrafts drafts)
    {
        foreach (var (track, line) in tracks.EnumerateArray().Zip(lines))
        {
            if (track.ValueKind == JsonValueKind.Object)
            {
                ReadTrack(track, line).AddTo(drafts, line);
            }
            else
            {
                drafts.LeaveOut(line, LeftOutReason.NotATrack, new Fact.OtherEntryLeftOut());
            }
        }
    }

    private static SharedFields ReadTrack(JsonElement track, int line)
    {
        var fields = new SharedFields
        {
            Title = JsonText.String(track, "title", line),
            Creator = JsonText.String(track, "creator", line),
            Album = JsonText.String(track, "album", line),
            Duration = JsonText.Number(track, "duration") ?? JsonText.String(track, "duration", line),
            Artists = CreditedArtists(track, line),
            Track = JsonText.Property(track, "extension") is { } extension && JsonText.List(extension, SharedExport.Addition) is { } added && added.GetArrayLength() > 0
                ? TrackJson.Read(added[0], line)
                : null,
        };
        fields.Identifiers.AddRange(Strings(track, "identifier", line));
        fields.Locations.AddRange(Strings(track, "location", line));
        return fields;
    }

    /// <summary>ListenBrainz lists the credited artists one by one, next to the joined text.</summary>
    private static List<string> CreditedArtists(JsonElement track, int line)
    {
        var names = new List<string>();
        if (JsonText.Property(track, "extension") is { } extension
            && JsonText.Property(extension, MusicBrainzTrack) is { } musicBrainz
            && JsonText.Property(musicBrainz, "additional_metadata") is { } metadata
            && JsonText.List(metadata, "artists") is { } artists)
        {
            names.AddRange(artists.EnumerateArray()
                .Select(artist => FieldText.Clean(JsonText.String(artist, "artist_credit_name", line)))
                .Where(name => name.Length > 0));
        }

        return names;
    }

    /// <summary>A string, or each string of an array: programs write either.</summary>
    private static IEnumerable<string> Strings(JsonElement element, string name, int line) => JsonText.Property(element, name) switch
    {
        { ValueKind: JsonValueKind.String } value => [JsonText.Text(value, line, name)],
        { ValueKind: JsonValueKind.Array } list => list.EnumerateArray()
            .Where(item => item.ValueKind == JsonValueKind.String)
            .Select(item => JsonText.Text(item, line, name)),
        _ => [],
    };
}
