using System.Globalization;
using System.Security.Cryptography;
using System.Text.Json.Nodes;

namespace Spotter.Navidrome.Demo;

/// <summary>The embedded server's JSON: empty arrays and zeros are left out, OpenSubsonic's fields are there even when empty.</summary>
internal static class DemoNodes
{
    public static JsonObject Song(DemoSong song, DemoWorld world)
    {
        var profile = world.Profile;
        var isSupysonic = profile.Family == DemoFamily.Supysonic;
        var albumId = AlbumId(song, world);
        var file = $"{song.AlbumArtist}/{song.Album}/{song.TrackNumber:00} - {song.Title}.flac";
        var node = new JsonObject
        {
            ["id"] = song.Id,
            ["parent"] = albumId,
            ["isDir"] = false,
            ["title"] = profile.Family == DemoFamily.Navidrome && profile.IsOpenSubsonic && song.Subtitle is { } subtitle ? $"{song.Title} ({subtitle})" : song.Title,
            ["album"] = song.Album,
            ["artist"] = profile.IsOpenSubsonic ? song.ArtistLine : string.Join(" / ", song.Artists),
            ["track"] = song.TrackNumber,
            ["year"] = song.Year,
            ["coverArt"] = "al-" + albumId,
            ["size"] = SizeOf(song),
            ["contentType"] = "audio/flac",
            ["suffix"] = "flac",
            ["duration"] = song.DurationSeconds,
            // supysonic gives bits a second.
            ["bitRate"] = isSupysonic ? 880_000 : 880,
            ["path"] = file,
            ["discNumber"] = 1,
            ["created"] = isSupysonic ? LocalMoment(world.Library.LastScan) : Moment(world.Library.LastScan),
            ["albumId"] = albumId,
            ["artistId"] = world.Ids.Album("artist", song.Artists[0]),
            ["type"] = "music",
            ["isVideo"] = false,
        };
        if (profile.IsOpenSubsonic)
        {
            node["isrc"] = song.Isrc is null ? [] : new JsonArray(song.Isrc);
            node["musicBrainzId"] = song.RecordingMbid ?? "";
            node["artists"] = new JsonArray([.. song.Artists.Select(name => Artist(name, world))]);
            node["displayArtist"] = song.ArtistLine;
            node["albumArtists"] = new JsonArray(Artist(song.AlbumArtist, world));
            node["displayAlbumArtist"] = song.AlbumArtist;
            node["mediaType"] = "song";
            // gonic's form of "never": no date at all.
            node["played"] = profile.Family == DemoFamily.Gonic ? "" : null;
            if (profile.Family == DemoFamily.Navidrome)
            {
                node.Remove("played");
                node["sortName"] = song.Title.ToLowerInvariant();
                node["explicitStatus"] = "";
            }
        }

        return node;
    }

    /// <summary>How large its file is.</summary>
    public static long SizeOf(DemoSong song) => song.DurationSeconds * 110_000L;

    /// <summary>Whether there is a picture for the playlist: one of its own, or one of its songs'.</summary>
    public static bool HasCover(DemoPlaylist playlist, DemoWorld world)
        => playlist.Image is not null || playlist.SongIds.Any(id => world.Library.Find(id) is { HasCover: true });

    public static string AlbumId(DemoSong song, DemoWorld world) => world.Ids.Album("album", song.AlbumArtist, song.Album);

    public static JsonObject Album(IReadOnlyList<DemoSong> songs, DemoWorld world) => new()
    {
        ["id"] = AlbumId(songs[0], world),
        ["name"] = songs[0].Album,
        ["artist"] = songs[0].AlbumArtist,
        ["artistId"] = world.Ids.Album("artist", songs[0].AlbumArtist),
        ["coverArt"] = "al-" + AlbumId(songs[0], world),
        ["songCount"] = songs.Count,
        ["duration"] = songs.Sum(song => song.DurationSeconds),
        ["year"] = songs[0].Year,
    };

    /// <summary>A playlist without its entries.</summary>
    /// <param name="playlist">It.</param>
    /// <param name="songCount">How many songs it says that it has.</param>
    /// <param name="duration">How long it says that they are.</param>
    /// <param name="caller">Who asks.</param>
    /// <param name="world">The server.</param>
    public static JsonObject Playlist(DemoPlaylist playlist, int songCount, int duration, DemoUser caller, DemoWorld world)
    {
        var profile = world.Profile;
        var isOwn = caller.Is(playlist.Owner);
        var isSupysonic = profile.Family == DemoFamily.Supysonic;
        var node = new JsonObject
        {
            ["id"] = playlist.Id,
            ["name"] = isSupysonic && !isOwn ? $"[{playlist.Owner}] {playlist.Name}" : playlist.Name,
            ["songCount"] = songCount,
            ["duration"] = duration,
            ["owner"] = playlist.Owner,
            ["created"] = isSupysonic ? LocalMoment(playlist.Created) : Moment(profile.Family == DemoFamily.Gonic ? playlist.Changed : playlist.Created),
        };
        if (profile.HasChanged)
        {
            node["changed"] = Moment(playlist.Changed);
        }

        if (profile.HasPlaylistCovers)
        {
            node["coverArt"] = CoverOf(playlist);
        }

        if (profile.HasReadonly)
        {
            // Also said to administrators, who may edit them all the same.
            node["readonly"] = playlist.IsReadOnly || playlist.FileSongIds is not null || !isOwn;
            if (playlist.IsReadOnly)
            {
                node["validUntil"] = Moment(world.Clock.GetUtcNow().AddMinutes(1));
            }
        }

        if (playlist.Comment.Length > 0)
        {
            node["comment"] = playlist.Comment;
        }

        if (playlist.IsPublic || isSupysonic)
        {
            node["public"] = playlist.IsPublic;
        }

        return node;
    }

    /// <summary>The playlist that a cover's id is of, or null where it is of something else.</summary>
    public static string? PlaylistOfCover(string cover)
        => cover.StartsWith("pl-", StringComparison.Ordinal) ? cover["pl-".Length..].Split('_')[0] : null;

    /// <summary>Navidrome writes nine digits of a second.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);

    /// <summary>supysonic writes no zone.</summary>
    private static string LocalMoment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture);

    private static string CoverOf(DemoPlaylist playlist)
        => playlist.Image is { } image ? $"pl-{playlist.Id}_{Convert.ToHexStringLower(SHA256.HashData(image).AsSpan(0, 4))}" : $"pl-{playlist.Id}";

    private static JsonObject Artist(string name, DemoWorld world) => new() { ["id"] = world.Ids.Album("artist", name), ["name"] = name };
}
