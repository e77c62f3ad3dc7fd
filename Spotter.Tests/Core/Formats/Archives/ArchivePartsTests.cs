using Spotter.Core.Formats;

namespace Spotter.Tests.Core.Formats.Archives;

/// <summary>Playlists that are spread over several files of an archive.</summary>
public sealed class ArchivePartsTests
{
    private const string Music = "Takeout/YouTube and YouTube Music/";

    [Fact]
    public async Task Playlists_of_ids_are_joined_with_the_songs_of_the_library()
    {
        var reading = await ReadAsync(
            (Music + "playlists/Road trip-videos.csv", "Video ID,Playlist Video Creation Timestamp\nvid00000002,2024-01-01T00:00:00+00:00\nvid00000001,2024-01-01T00:00:00+00:00\nvid00000009,2024-01-01T00:00:00+00:00\n"),
            (Music + "playlists/Clips-videos.csv", "Video ID,Playlist Video Creation Timestamp\nvid00000009,2024-01-01T00:00:00+00:00\n"),
            (Music + "playlists/playlists.csv", "Playlist ID,Add new videos to top,Playlist Title (Original),Playlist Visibility\nPL1,False,Road trip,Private\n"),
            (Music + "music (library and uploads)/music library songs.csv", "Video ID,Song Title,Album Title,Artist Name 1,Artist Name 2\nvid00000001,Nine Lives,Cats,Ada,Bo\nvid00000002,Harbour Lights,Low Tide,Marlow,\n"),
            (Music + "subscriptions/subscriptions.csv", "Channel Id,Channel Url,Channel Title\nUC,http://x.invalid,Owner\n"),
            ("Takeout/Contacts/All.csv", "Name,Email\nAlice,a@example.org\n"));

        Assert.Equal(["csv:music library songs", "takeout:Road trip"], reading.Playlists.Select(playlist => playlist.RemoteId));
        Assert.Equal(
            ["Harbour Lights / Marlow / Low Tide /  / youtube:vid00000002", "Nine Lives / Ada + Bo / Cats /  / youtube:vid00000001"], Samples.Lines(reading.Playlists[1]));
        Assert.Equal([(LeftOutReason.NoLongerNamed, 1)], reading.Playlists[1].LeftOut.Select(left => (left.Key, left.Value)));
        // Reported, but no questions are asked about each.
        Assert.Equal(
            [Music + "playlists/playlists.csv", Music + "subscriptions/subscriptions.csv", "Takeout/Contacts/All.csv", Music + "playlists/Clips-videos.csv"],
            reading.LeftOut.Select(file => file.Name));
        Assert.All(reading.LeftOut, file => Assert.True(file.Cause.Table is null && file.Cause.Problem is PlaylistFileProblem.NotAPlaylist or PlaylistFileProblem.Empty, file.Name));
    }

    [Theory]
    [InlineData("Video Id,Time Added\n")]
    [InlineData("Video-ID,Zeitstempel der Erstellung des Playlist-Videos\n")]
    [InlineData("ID de vidéo,Marca de tiempo\n")]
    [InlineData("動画 ID,再生リストの動画の作成のタイムスタンプ\n")]
    [InlineData("Идентификатор видео,Время\n")]
    public async Task The_ids_of_a_playlist_are_known_in_every_language(string header)
    {
        var reading = await ReadAsync(
            (Music + "playlists/Road trip.csv", header + "vid00000002,2022-01-01 00:00:00 UTC\nvid00000001,2022-01-01 00:00:00 UTC\n\n\n"),
            (Music + "music library songs.csv", "Video ID,Song Title,Album Title,Artist Name 1\nvid00000001,Nine Lives,Cats,Ada\nvid00000002,Harbour Lights,Low Tide,Marlow\n"));

        Assert.Equal(["Harbour Lights", "Nine Lives"], Assert.Single(reading.Playlists, playlist => playlist.FormatFamily == "takeout").Tracks.Select(track => track.Title));
    }

    [Theory]
    [InlineData("Playlist Id,Channel Id,Time Created,Time Updated,Title,Description,Visibility\nPL1,UC1,2020-01-01 00:00:00 UTC,2020-01-02 00:00:00 UTC,\"Road, trip\",For the car,Private\n\nVideo Id,Time Added\nvid00000002,2022-01-01 00:00:00 UTC\nvid00000009,2022-01-01 00:00:00 UTC\nvid00000001,2022-01-01 00:00:00 UTC\n", 6)]
    [InlineData("ID playlist,ID canale,Data e ora di creazione,Data e ora di aggiornamento,Titolo,Descrizione,Visibilità\r\nPL1,UC1,2023-03-07 05:54:43 Z,2023-03-20 13:28:01 Z,\"Road, trip\",For the car,Privato\r\n,,,,,,\r\n,,,,,,\r\nID video,Data e ora di aggiunta,,,,,\r\nvid00000002,2023-03-07 05:54:43 Z,,,,,\r\nvid00000009,2023-03-07 05:54:43 Z,,,,,\r\nvid00000001,2023-03-07 05:54:43 Z,,,,,\r\n", 7)]
    public async Task What_stood_above_the_ids_names_and_describes_the_playlist(string list, int lineOfUnknown)
    {
        var reading = await ReadAsync(
            (Music + "playlists/PL1-videos.csv", list),
            (Music + "music library songs.csv", "Video ID,Song Title,Album Title,Artist Name 1\nvid00000001,Nine Lives,Cats,Ada\nvid00000002,Harbour Lights,Low Tide,Marlow\n"));

        var playlist = Assert.Single(reading.Playlists, playlist => playlist.FormatFamily == "takeout");
        Assert.Equal(("Road, trip", "For the car"), (playlist.Name, playlist.Description));
        Assert.Equal(["Harbour Lights", "Nine Lives"], playlist.Tracks.Select(track => track.Title));
        Assert.Equal(lineOfUnknown, Assert.Single(playlist.Warnings).Line);
    }

    [Fact]
    public async Task Play_Music_put_each_track_into_a_file_of_its_own()
    {
        const string header = "Title,Album,Artist,Duration (ms),Rating,Play Count,Removed,Playlist Index\n";
        const string folder = "Takeout/Google Play Music/Playlists/Road trip/";
        var reading = await ReadAsync(
            (folder + "Tracks/b.csv", header + "\"It&#39;s Nine\",\"Cats\",\"Ada\",\"242000\",\"0\",\"1\",\"\",\"0\"\n"),
            (folder + "Tracks/a.csv", header + "\"Harbour Lights\",\"Low Tide\",\"Marlow\",\"215000\",\"0\",\"1\",\"\",\"1\"\n"),
            (folder + "Tracks/c.csv", header + "\"Gone\",\"X\",\"Y\",\"1000\",\"0\",\"1\",\"Yes\",\"2\"\n"),
            (folder + "Metadata.csv", "Title,Owner,Description,Shared,Deleted\n\"Road trip\",\"Ann\",\"\",\"\",\"\"\n"));

        var playlist = Assert.Single(reading.Playlists);
        Assert.Equal("play-music:Road trip", playlist.RemoteId);
        Assert.Equal(["It's Nine / Ada / Cats / 242000 ms", "Harbour Lights / Marlow / Low Tide / 215000 ms"], Samples.Lines(playlist));
        Assert.Equal([LeftOutReason.NoLongerNamed], playlist.Warnings.Select(warning => warning.Reason));
    }

    [Fact]
    public async Task The_data_that_Apple_gives_out_names_songs_and_lists_apart()
    {
        var reading = await ReadAsync(
            ("Apple Music Library Playlists.json", """[{"Container Type":"Playlist","Title":"Road trip","Playlist Item Identifiers":[2,1,7]},{"Title":"Folder"}]"""),
            ("Apple Music Library Tracks.json", """[{"Content Type":"Song","Track Identifier":1,"Title":"Nine Lives","Artist":"Ada","Album":"Cats","Track Duration":242000},{"Track Identifier":2,"Title":"Harbour Lights","Artist":"Marlow"}]"""));

        var playlist = Assert.Single(reading.Playlists);
        Assert.Equal("apple-data:Road trip", playlist.RemoteId);
        Assert.Equal(["Harbour Lights / Marlow /  / ", "Nine Lives / Ada / Cats / 242000 ms"], Samples.Lines(playlist));
        Assert.Single(playlist.Warnings);
    }

    [Fact]
    public async Task What_is_left_out_of_a_list_is_told_by_its_line()
    {
        var reading = await ReadAsync(
            ("Apple Music Library Playlists.json", "[\n{\"Title\":\"Other\",\"Playlist Item Identifiers\":[1]},\n{\"Title\":\"Road trip\",\n\"Playlist Item Identifiers\":[1,7]}]"),
            ("Apple Music Library Tracks.json", """[{"Track Identifier":1,"Title":"Nine Lives","Artist":"Ada"}]"""));

        Assert.Equal(3, Assert.Single(reading.Playlists.Single(playlist => playlist.Name == "Road trip").Warnings).Line);
    }

    private static Task<PlaylistFileReading> ReadAsync(params (string Name, string Content)[] files)
        => new PlaylistFileReader().ReadAllAsync(new MemoryStream(Zips.Of(files)), "takeout.zip", null, CancellationToken.None);
}
