using System.Globalization;
using System.Text.Json.Nodes;

namespace Spotter.Navidrome.Demo;

/// <summary>The embedded server's JSON: empty arrays and zeros are left out, OpenSubsonic's fields are there even when empty.</summary>
internal static class DemoNodes
{
    public static JsonObject Song(DemoSong song, DemoProfile profile)
    {
        var node = new JsonObject
        {
            ["id"] = song.Id,
            ["parent"] = song.AlbumId,
            ["isDir"] = false,
            ["title"] = song.Title,
            ["album"] = song.Album,
            ["artist"] = song.ArtistLine,
            ["track"] = song.TrackNumber,
            ["year"] = song.Year,
            ["coverArt"] = "al-" + song.AlbumId,
            ["size"] = song.DurationSeconds * 110_000L,
            ["contentType"] = "audio/flac",
            ["suffix"] = "flac",
            ["duration"] = song.DurationSeconds,
            ["bitRate"] = 880,
            ["path"] = $"{song.AlbumArtist}/{song.Album}/{song.TrackNumber:00} - {song.Title}.flac",
            ["discNumber"] = 1,
            ["albumId"] = song.AlbumId,
            ["artistId"] = DemoIds.For("artist", song.Artists[0]),
            ["type"] = "music",
            ["isVideo"] = false,
        };
        if (profile.IsOpenSubsonic)
        {
            node["isrc"] = song.Isrc is null ? [] : new JsonArray(song.Isrc);
            node["musicBrainzId"] = song.RecordingMbid ?? "";
            node["artists"] = new JsonArray([.. song.Artists.Select(name => new JsonObject { ["id"] = DemoIds.For("artist", name), ["name"] = name })]);
            node["displayArtist"] = song.ArtistLine;
            node["albumArtists"] = new JsonArray(new JsonObject { ["id"] = DemoIds.For("artist", song.AlbumArtist), ["name"] = song.AlbumArtist });
            node["displayAlbumArtist"] = song.AlbumArtist;
            node["mediaType"] = "song";
        }

        return node;
    }

    public static JsonObject Album(IReadOnlyList<DemoSong> songs) => new()
    {
        ["id"] = songs[0].AlbumId,
        ["name"] = songs[0].Album,
        ["artist"] = songs[0].AlbumArtist,
        ["artistId"] = DemoIds.For("artist", songs[0].AlbumArtist),
        ["coverArt"] = "al-" + songs[0].AlbumId,
        ["songCount"] = songs.Count,
        ["duration"] = songs.Sum(song => song.DurationSeconds),
        ["year"] = songs[0].Year,
    };

    public static JsonObject Playlist(DemoPlaylist playlist, IReadOnlyList<DemoSong> visible, DemoUser caller)
    {
        var node = new JsonObject
        {
            ["id"] = playlist.Id,
            ["name"] = playlist.Name,
            ["songCount"] = visible.Count,
            ["duration"] = visible.Sum(song => song.DurationSeconds),
            ["owner"] = playlist.Owner,
            ["created"] = Moment(playlist.Created),
            ["changed"] = Moment(playlist.Changed),
            ["coverArt"] = "pl-" + playlist.Id,
            ["readonly"] = playlist.IsReadOnly || !string.Equals(playlist.Owner, caller.Name, StringComparison.OrdinalIgnoreCase),
        };
        if (playlist.Comment.Length > 0)
        {
            node["comment"] = playlist.Comment;
        }

        if (playlist.IsPublic)
        {
            node["public"] = true;
        }

        return node;
    }

    /// <summary>Navidrome writes nine digits of a second.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);
}
