using System.Net;
using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Formats.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats.Readers;

/// <summary>The playlists in the account data that Spotify sends to its users on request: Playlist1.json and so on, with many playlists per
/// file.</summary>
internal sealed class SpotifyPlaylistsFormat : IPlaylistFileFormat
{
    public string Family => SpotifyLibraryFormat.FamilyOfBoth;

    public Fact NoTracks => new Fact.AccountDataWithoutPlaylist();

    public int MostTracks => PlaylistFileLimits.MaxTracksOfMany;

    public bool Recognizes(PlaylistFileContent content)
        => content.Json is { } json && JsonText.List(json.Root, "playlists") is { } playlists
            && playlists.EnumerateArray().All(playlist => JsonText.List(playlist, "items") is not null);

    public void Read(PlaylistFileContent content, PlaylistDrafts drafts)
    {
        var json = content.Json!;
        var lines = json.LinesOf("playlists", null, "items");
        var index = 0;
        foreach (var playlist in JsonText.List(json.Root, "playlists")!.Value.EnumerateArray())
        {
            var name = JsonText.String(playlist, "name", LineAt(lines, index));
            // As everywhere at Spotify, descriptions are HTML-escaped and names are not.
            drafts.Describe(null, WebUtility.HtmlDecode(JsonText.String(playlist, "description", LineAt(lines, index))), name);
            foreach (var item in JsonText.List(playlist, "items")!.Value.EnumerateArray())
            {
                Read(item, LineAt(lines, index++), name, drafts);
            }
        }
    }

    private static int LineAt(IReadOnlyList<int> lines, int index) => index < lines.Count ? lines[index] : 1;

    private static void Read(JsonElement item, int line, string? playlist, PlaylistDrafts drafts)
    {
        if (Filled(item, "track") is { } track)
        {
            AddTrack(track, line, playlist, drafts);
        }
        else if (Filled(item, "localTrack") is { } local)
        {
            AddLocalTrack(local, line, playlist, drafts);
        }
        else if (Filled(item, "episode") is { } episode)
        {
            var title = FieldText.Clean(JsonText.String(episode, "episodeName", line));
            drafts.LeaveOut(line, LeftOutReason.Spoken, title.Length == 0 ? new Fact.EpisodeLeftOut() : new Fact.NamedEpisodeLeftOut(title), playlist);
        }
        else if (Filled(item, "audiobook") is not null)
        {
            drafts.LeaveOut(line, LeftOutReason.Spoken, new Fact.AudiobookLeftOut(), playlist);
        }
        else
        {
            drafts.LeaveOut(line, LeftOutReason.NoLongerNamed, new Fact.ForgottenEntryLeftOut(), playlist);
        }
    }

    private static void AddTrack(JsonElement track, int line, string? playlist, PlaylistDrafts drafts)
    {
        if (FieldText.CleanOrNull(JsonText.String(track, "trackName", line)) is not { } title)
        {
            drafts.LeaveOut(line, LeftOutReason.NoTitle, new Fact.UntitledTrackLeftOut(), playlist);
            return;
        }

        drafts.Add(line, new SourceTrack
        {
            Title = title,
            Artists = FieldText.CleanOrNull(JsonText.String(track, "artistName", line)) is { } artist ? [artist] : [],
            Album = FieldText.CleanOrNull(JsonText.String(track, "albumName", line)),
            ProviderTrackId = TrackIds.Spotify(JsonText.String(track, "trackUri", line)),
        }, playlist);
    }

    /// <summary>A user's local file: "spotify:local:artist:album:title:seconds", each part URL-encoded. Some exports have separate properties
    /// instead.</summary>
    private static void AddLocalTrack(JsonElement local, int line, string? playlist, PlaylistDrafts drafts)
    {
        string?[] parts = (JsonText.String(local, "uri", line) ?? "").Split(':') is ["spotify", "local", var artist, var album, var title, var seconds]
            ? [.. new[] { artist, album, title, seconds }.Select(part => FieldText.CleanOrNull(WebUtility.UrlDecode(part)))]
            : [null, null, null, null];
        if ((FieldText.CleanOrNull(JsonText.String(local, "trackName", line)) ?? parts[2]) is not { } name)
        {
            drafts.LeaveOut(line, LeftOutReason.NoTitle, new Fact.UntitledOwnFileLeftOut(), playlist);
            return;
        }

        drafts.Add(line, new SourceTrack
        {
            Title = name,
            Artists = (FieldText.CleanOrNull(JsonText.String(local, "artistName", line)) ?? parts[0]) is { } credit ? [credit] : [],
            Album = FieldText.CleanOrNull(JsonText.String(local, "albumName", line)) ?? parts[1],
            DurationMs = TrackLength.Parse(parts[3], 1000),
        }, playlist);
    }

    private static JsonElement? Filled(JsonElement item, string name)
        => JsonText.Property(item, name) is { ValueKind: JsonValueKind.Object } value ? value : null;
}
