using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Exports;

namespace Spotter.Core.Formats.Readers;

/// <summary>The playlists and lists of missing tracks that Spotter exports as JSON.</summary>
internal sealed class SpotterJsonFormat : IPlaylistFileFormat
{
    public string Family => "spotter";

    public Fact NoTracks => new Fact.ListWithoutTracks();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content)
        => content.Json is { Fault: null } json
            && (IsPlaylist(json.Root)
                || (json.Root is { ValueKind: JsonValueKind.Array } root && root.GetArrayLength() > 0
                    && JsonText.Property(root[0], "position") is { ValueKind: JsonValueKind.Number } && JsonText.List(root[0], "artists") is not null
                    && JsonText.Property(root[0], "title") is not null));

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var json = content.Json!;
        var isPlaylist = IsPlaylist(json.Root);
        if (isPlaylist)
        {
            drafts.Describe(JsonText.String(json.Root, "name", 1), JsonText.String(json.Root, "description", 1));
        }

        var lines = isPlaylist ? json.LinesOf("tracks") : json.LinesOf();
        foreach (var (item, line) in (isPlaylist ? JsonText.List(json.Root, "tracks")!.Value : json.Root).EnumerateArray().Zip(lines))
        {
            if (TrackJson.Read(item, line) is { } track)
            {
                drafts.Add(line, track);
            }
            else
            {
                drafts.LeaveOut(line, item.ValueKind == JsonValueKind.Object ? LeftOutReason.NoTitle : LeftOutReason.NotATrack, new Fact.UntitledEntryLeftOut());
            }
        }
    }

    private static bool IsPlaylist(JsonElement root)
        => JsonText.Property(root, JsonExport.Mark) is { ValueKind: JsonValueKind.Number } && JsonText.List(root, "tracks") is not null;
}
