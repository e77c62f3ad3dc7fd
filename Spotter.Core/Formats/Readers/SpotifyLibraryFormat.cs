using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>YourLibrary.json from Spotify's account data: its tracks are the Liked Songs.</summary>
internal sealed class SpotifyLibraryFormat : IPlaylistFileFormat
{
    public const string FamilyOfBoth = "spotify-data";

    private const string LikedSongs = "Liked Songs";

    public string Family => FamilyOfBoth;

    public Fact NoTracks => new Fact.AccountDataWithoutLiked();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content)
        => content.Json is { } json && JsonText.List(json.Root, "tracks") is { } tracks
            && (tracks.GetArrayLength() > 0 ? JsonText.Property(tracks[0], "track") is { ValueKind: not JsonValueKind.Object } : JsonText.List(json.Root, "bannedTracks") is not null);

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var json = content.Json!;
        foreach (var (track, line) in JsonText.List(json.Root, "tracks")!.Value.EnumerateArray().Zip(json.LinesOf("tracks")))
        {
            if (FieldText.CleanOrNull(JsonText.String(track, "track", line)) is not { } title)
            {
                drafts.LeaveOut(line, track.ValueKind == JsonValueKind.Object ? LeftOutReason.NoTitle : LeftOutReason.NotATrack, track.ValueKind == JsonValueKind.Object
                    ? new Fact.UntitledTrackLeftOut()
                    : new Fact.OtherEntryLeftOut(), LikedSongs);
                continue;
            }

            drafts.Add(line, new SourceTrack
            {
                Title = title,
                Artists = FieldText.CleanOrNull(JsonText.String(track, "artist", line)) is { } artist ? [artist] : [],
                Album = FieldText.CleanOrNull(JsonText.String(track, "album", line)),
                ProviderTrackId = TrackIds.Spotify(JsonText.String(track, "uri", line)),
            }, LikedSongs);
        }
    }
}
