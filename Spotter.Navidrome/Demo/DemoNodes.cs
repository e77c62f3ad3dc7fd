using System.Globalization;
using System.Security.Cryptography;
using System.Text;
using System.Text.Json.Nodes;

namespace Spotter.Navidrome.Demo;

/// <summary>The embedded server's JSON: empty arrays and zeros are left out, but OpenSubsonic's fields are present even if empty.</summary>
internal static class DemoNodes
{
    public static JsonObject Song(DemoSong song, DemoWorld world)
    {
        var profile = world.Profile;
        var albumId = AlbumId(song, world);
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
            ["size"] = SizeOf(song),
            ["contentType"] = "audio/flac",
            ["suffix"] = "flac",
            ["duration"] = song.DurationSeconds,
            ["path"] = PathOf(song, profile),
            ["discNumber"] = song.DiscNumber,
            ["created"] = Date(world.Library.LastScan, profile),
            ["albumId"] = albumId,
            ["artistId"] = world.Ids.Album("artist", song.Artists[0]),
            ["type"] = "music",
        };
        if (song.BitRate > 0)
        {
            // supysonic reports bits per second.
            node["bitRate"] = profile.Family == DemoFamily.Supysonic ? song.BitRate * 1000 : song.BitRate;
        }

        if (CoverOf(song, world) is { } cover)
        {
            node["coverArt"] = cover;
        }

        if (song.Genre is not null)
        {
            node["genre"] = song.Genre;
        }

        if (profile.Family != DemoFamily.Navidrome || !profile.IsOpenSubsonic)
        {
            node["isVideo"] = false;
        }

        if (profile.IsOpenSubsonic)
        {
            AddExtensions(node, song, world);
        }

        return node;
    }

    /// <summary>Adds the fields of OpenSubsonic, even if empty.</summary>
    private static void AddExtensions(JsonObject node, DemoSong song, DemoWorld world)
    {
        node["isrc"] = song.Isrc is null ? [] : new JsonArray(song.Isrc);
        node["musicBrainzId"] = song.RecordingMbid ?? "";
        node["artists"] = new JsonArray([.. song.Artists.Select(name => Artist(name, world))]);
        node["displayArtist"] = song.ArtistLine;
        node["albumArtists"] = new JsonArray(Artist(song.AlbumArtist, world));
        node["displayAlbumArtist"] = song.AlbumArtist;
        node["displayComposer"] = "";
        node["contributors"] = new JsonArray();
        node["genres"] = song.Genre is null ? [] : new JsonArray(new JsonObject { ["name"] = song.Genre });
        node["mediaType"] = "song";
        if (world.Profile.Family == DemoFamily.Gonic)
        {
            // gonic's form of "never": an empty date.
            node["played"] = "";
            node["replayGain"] = null;
            return;
        }

        node["sortName"] = SortNameOf(song.Title);
        node["explicitStatus"] = "";
        node["comment"] = "";
        node["bpm"] = 0;
        node["bitDepth"] = 16;
        node["samplingRate"] = song.SamplingRate;
        node["channelCount"] = song.ChannelCount;
        node["moods"] = new JsonArray();
        node["replayGain"] = new JsonObject();
        if (world.Profile.HasWorks)
        {
            node["works"] = new JsonArray();
            node["movements"] = new JsonArray();
            node["groupings"] = new JsonArray();
        }
    }

    /// <summary>The size of its file in bytes.</summary>
    public static long SizeOf(DemoSong song) => song.DurationSeconds * 110_000L;

    /// <summary>Whether there is a picture for the playlist: its own, or one of its songs'.</summary>
    public static bool HasCover(DemoPlaylist playlist, DemoWorld world)
        => playlist.Image is not null || playlist.SongIds.Any(id => world.Library.Find(id) is { HasCover: true });

    /// <summary>The id of a song's album. gonic's albums are folders.</summary>
    public static string AlbumId(DemoSong song, DemoWorld world)
        => world.Profile.Family == DemoFamily.Gonic ? world.Ids.Album("album", song.FileFolder)
            : song.LibraryId == 1 ? world.Ids.Album("album", song.AlbumArtist, song.Album)
            : world.Ids.Album("album", song.AlbumArtist, song.Album, song.LibraryId.ToString(CultureInfo.InvariantCulture));

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
    /// <param name="playlist">The playlist.</param>
    /// <param name="songCount">The number of songs that it reports.</param>
    /// <param name="duration">The total length in seconds that it reports.</param>
    /// <param name="caller">The calling user.</param>
    /// <param name="world">The server's state.</param>
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
            ["created"] = Date(profile.Family == DemoFamily.Gonic ? playlist.Changed : playlist.Created, profile),
        };
        if (profile.HasChanged)
        {
            node["changed"] = Moment(playlist.Changed);
        }

        if (CoverOf(playlist, world) is { } cover)
        {
            node["coverArt"] = cover;
        }

        if (profile.HasReadonly)
        {
            // Also for administrators, who may edit them anyway.
            node["readonly"] = playlist.IsReadOnly || (playlist.IsFromFile && profile.ProtectsFileLists) || !isOwn;
            if (playlist.IsReadOnly && playlist.IsEvaluated)
            {
                node["validUntil"] = Moment(world.Clock.GetUtcNow().AddMinutes(1));
            }
        }

        if (playlist.Comment.Length > 0 || profile.Family == DemoFamily.Gonic)
        {
            node["comment"] = playlist.Comment;
        }

        if (playlist.IsPublic || isSupysonic)
        {
            node["public"] = playlist.IsPublic;
        }

        return node;
    }

    /// <summary>A time in Navidrome's notation, with nine fractional digits.</summary>
    public static string Moment(DateTimeOffset moment) => moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss.fffffff'00Z'", CultureInfo.InvariantCulture);

    /// <summary>A time in the server's notation. supysonic writes no time zone.</summary>
    private static string Date(DateTimeOffset moment, DemoProfile profile)
        => profile.Family == DemoFamily.Supysonic ? moment.UtcDateTime.ToString("yyyy-MM-dd'T'HH:mm:ss", CultureInfo.InvariantCulture) : Moment(moment);

    /// <summary>Navidrome makes up a path from the tags, or reports the whole path if it is told to; the others return the file's below the music
    /// folder.</summary>
    private static string PathOf(DemoSong song, DemoProfile profile)
        => profile.ReportsRealPaths ? $"/music/{song.FilePath}"
            : profile.Family == DemoFamily.Navidrome
            ? $"{DemoSong.Plain(song.AlbumArtist)}/{DemoSong.Plain(song.Album)}/{song.DiscNumber:00}-{song.TrackNumber:00} - {DemoSong.Plain(song.Title)}.flac"
            : song.FilePath;

    /// <summary>The title for sorting: lower case without marks.</summary>
    private static string SortNameOf(string title)
        => string.Concat(title.ToLowerInvariant().Normalize(NormalizationForm.FormD).Where(c => CharUnicodeInfo.GetUnicodeCategory(c) != UnicodeCategory.NonSpacingMark))
            .Normalize(NormalizationForm.FormC);

    private static string? CoverOf(DemoSong song, DemoWorld world) => world.Profile.Covers switch
    {
        DemoCoverIds.OfDiscs => $"dc-{AlbumId(song, world)}:{song.DiscNumber}",
        DemoCoverIds.Versioned => $"dc-{AlbumId(song, world)}:{song.DiscNumber}_0",
        DemoCoverIds.OfAlbums => $"al-{AlbumId(song, world)}_0",
        _ => song.HasCover ? "al-" + AlbumId(song, world) : null,
    };

    private static string? CoverOf(DemoPlaylist playlist, DemoWorld world) => world.Profile.Covers switch
    {
        DemoCoverIds.None => null,
        DemoCoverIds.OfDiscs => HasCover(playlist, world) ? $"pl-{playlist.Id}" : null,
        _ => $"pl-{playlist.Id}_{VersionOf(playlist)}",
    };

    /// <summary>Different after each change.</summary>
    private static string VersionOf(DemoPlaylist playlist)
    {
        var hash = SHA256.HashData([.. BitConverter.GetBytes(playlist.Changed.UtcTicks), .. playlist.Image ?? []]);
        return Convert.ToHexStringLower(hash.AsSpan(0, 4));
    }

    private static JsonObject Artist(string name, DemoWorld world) => new() { ["id"] = world.Ids.Album("artist", name), ["name"] = name };
}
