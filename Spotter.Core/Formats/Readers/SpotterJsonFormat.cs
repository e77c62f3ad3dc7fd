using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>The list of tracks that Spotter itself writes as JSON, on its way back.</summary>
internal sealed class SpotterJsonFormat : IPlaylistFileFormat
{
    public string Family => "spotter";

    public Fact NoTracks => new Fact.ListWithoutTracks();

    public bool Recognizes(PlaylistFileContent content)
        => content.Json is { Fault: null, Root: { ValueKind: JsonValueKind.Array } root } && root.GetArrayLength() > 0
            && JsonText.Property(root[0], "position") is { ValueKind: JsonValueKind.Number } && JsonText.List(root[0], "artists") is not null
            && JsonText.Property(root[0], "title") is not null;

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var json = content.Json!;
        var lines = json.LinesOf();
        var index = 0;
        foreach (var item in json.Root.EnumerateArray())
        {
            var line = index < lines.Count ? lines[index] : 1;
            index++;
            if (FieldText.CleanOrNull(JsonText.String(item, "title", line)) is not { } title)
            {
                drafts.LeaveOut(line, item.ValueKind == JsonValueKind.Object ? LeftOutReason.NoTitle : LeftOutReason.NotATrack, new Fact.UntitledEntryLeftOut());
                continue;
            }

            drafts.Add(line, new SourceTrack
            {
                Title = title,
                Artists = JsonText.List(item, "artists") is not { } artists ? []
                    : [.. artists.EnumerateArray().Where(artist => artist.ValueKind == JsonValueKind.String)
                        .Select(artist => FieldText.Clean(JsonText.Text(artist, line, "artists"))).Where(name => name.Length > 0)],
                Album = FieldText.CleanOrNull(JsonText.String(item, "album", line)),
                DurationMs = TrackLength.Parse(JsonText.Number(item, "durationMs"), 1),
                Isrc = TrackIds.RecordingCode(JsonText.String(item, "isrc", line)),
                RecordingMbid = TrackIds.RecordingMbid(JsonText.String(item, "recordingMbid", line)),
                ProviderTrackId = JsonText.String(item, "sourceId", line) is { } id ? TrackIds.FromLink(id) ?? TrackIds.Written(id) : null,
                Location = MediaPath.Parse(JsonText.String(item, "location", line))?.Location,
            });
        }
    }
}
