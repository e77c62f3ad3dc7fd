using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>Playlists as JSON from Spotify's Web API, saved by spotify-backup, SpotMyBackup and people's own scripts.</summary>
internal sealed class SpotifyBackupFormat : IPlaylistFileFormat
{
    // The paths to the lists of tracks, from the root. Null stands for every item of an array.
    private static readonly string?[][] Places =
    [
        [null, "tracks"], [null, "tracks", "items"], [null, "items"], [null, "items", "items"],
        ["playlists", null, "tracks"], ["playlists", null, "tracks", "items"],
        ["tracks", "items"], ["items", "items"], ["items"], ["tracks"], [],
    ];

    public string Family => "spotify-backup";

    public Fact NoTracks => new Fact.BackupWithoutPlaylist();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content) => content.Json is { Fault: null } json && Array.Exists(Places, place => HasTrackAt(json.Root, place));

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var json = content.Json!;
        var place = Array.Find(Places, candidate => HasTrackAt(json.Root, candidate))!;
        var lines = json.LinesOf(place);
        var index = 0;
        Read(json.Root, place, playlist: null);
        if (JsonText.List(json.Root, "saved") is { } saved)
        {
            ReadTracks(saved, "Liked Songs", json.LinesOf("saved"), 0);
        }

        void Read(JsonElement element, ReadOnlySpan<string?> rest, string? playlist)
        {
            var name = FieldText.CleanOrNull(JsonText.String(element, "name", 1)) ?? playlist;
            if (name is not null && JsonText.String(element, "description", 1) is { Length: > 0 } description)
            {
                drafts.Describe(null, System.Net.WebUtility.HtmlDecode(description), name);
            }

            if (rest.Length == 0)
            {
                index = element.ValueKind == JsonValueKind.Array ? ReadTracks(element, playlist, lines, index) : index;
            }
            else if (rest[0] is { } key)
            {
                if (JsonText.Property(element, key) is { } inner)
                {
                    Read(inner, rest[1..], name);
                }
            }
            else if (element.ValueKind == JsonValueKind.Array)
            {
                foreach (var item in element.EnumerateArray())
                {
                    Read(item, rest[1..], name);
                }
            }
        }

        int ReadTracks(JsonElement tracks, string? playlist, IReadOnlyList<int> at, int next)
        {
            foreach (var item in tracks.EnumerateArray())
            {
                Add(item, next < at.Count ? at[next] : 1, playlist, drafts);
                next++;
            }

            return next;
        }
    }

    /// <summary>Whether an array at this path contains a track of the Web API. Only the first 20 items of each array are examined.</summary>
    private static bool HasTrackAt(JsonElement element, ReadOnlySpan<string?> place)
    {
        if (place.Length == 0)
        {
            return element.ValueKind == JsonValueKind.Array && element.GetArrayLength() > 0
                && element.EnumerateArray().Take(20).Any(item => TrackOf(item) is { } track && JsonText.Property(track, "artists") is { ValueKind: JsonValueKind.Array });
        }

        if (place[0] is { } key)
        {
            return JsonText.Property(element, key) is { } inner && HasTrackAt(inner, place[1..]);
        }

        if (element.ValueKind == JsonValueKind.Array)
        {
            foreach (var item in element.EnumerateArray())
            {
                if (HasTrackAt(item, place[1..]))
                {
                    return true;
                }
            }
        }

        return false;
    }

    /// <summary>The track of a playlist item, or the item itself if it is a track.</summary>
    private static JsonElement? TrackOf(JsonElement item)
        => JsonText.Property(item, "track") is { ValueKind: JsonValueKind.Object } track ? track
            : JsonText.Property(item, "item") is { ValueKind: JsonValueKind.Object } named ? named
            : JsonText.Property(item, "artists") is { ValueKind: JsonValueKind.Array } ? item
            : null;

    private static void Add(JsonElement item, int line, string? playlist, PlaylistDrafts drafts)
    {
        if (item.ValueKind != JsonValueKind.Object)
        {
            drafts.LeaveOut(line, LeftOutReason.NotATrack, new Fact.OtherEntryLeftOut(), playlist);
        }
        else if (TrackOf(item) is not { } track)
        {
            drafts.LeaveOut(line, LeftOutReason.NoLongerNamed, new Fact.ForgottenEntryLeftOut(), playlist);
        }
        else if (JsonText.String(track, "type", line) == "episode")
        {
            drafts.LeaveOut(line, LeftOutReason.Spoken, new Fact.EpisodeLeftOut(), playlist);
        }
        else if (FieldText.CleanOrNull(JsonText.String(track, "name", line)) is not { } title)
        {
            drafts.LeaveOut(line, LeftOutReason.NoTitle, new Fact.UntitledTrackLeftOut(), playlist);
        }
        else
        {
            drafts.Add(line, new SourceTrack
            {
                Title = title,
                Artists = Artists(track, line),
                Album = JsonText.Property(track, "album") is { } album ? FieldText.CleanOrNull(JsonText.String(album, "name", line)) : null,
                DurationMs = TrackLength.Parse(JsonText.Number(track, "duration_ms"), 1),
                Isrc = JsonText.Property(track, "external_ids") is { } ids ? TrackIds.RecordingCode(JsonText.String(ids, "isrc", line)) : null,
                ProviderTrackId = TrackIds.Spotify(JsonText.String(track, "uri", line)) ?? TrackIds.Spotify(JsonText.String(track, "id", line)),
            }, playlist);
        }
    }

    private static string[] Artists(JsonElement track, int line)
        => JsonText.List(track, "artists") is not { } artists ? []
            : [.. artists.EnumerateArray()
                .Select(artist => FieldText.Clean(artist.ValueKind == JsonValueKind.String ? JsonText.Text(artist, line, "artists") : JsonText.String(artist, "name", line)))
                .Where(name => name.Length > 0)];
}
