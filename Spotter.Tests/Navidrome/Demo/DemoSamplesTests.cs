using Spotter.Core.Formats;
using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Demo;

public sealed class DemoSamplesTests
{
    [Fact]
    public void Three_files_of_three_formats_are_read_by_the_ordinary_importer()
        => Assert.Equal(
            [("Letters from everywhere", 31), ("Rainy Sunday", 22), ("Road trip", 28)],
            Playlists().Select(playlist => (playlist.Name, playlist.Tracks.Count)));

    [Fact]
    public void Codes_and_recording_ids_name_the_songs_that_they_stand_beside()
    {
        var byIsrc = DemoCatalog.Songs.Where(song => song.Isrc is not null).ToLookup(song => song.Isrc);
        var byMbid = DemoCatalog.Songs.Where(song => song.RecordingMbid is not null).ToLookup(song => song.RecordingMbid);
        var tracks = Playlists().SelectMany(playlist => playlist.Tracks).ToList();

        Assert.InRange(tracks.Count(track => byIsrc.Contains(track.Isrc)), 15, 40);
        Assert.InRange(tracks.Count(track => byMbid.Contains(track.RecordingMbid)), 8, 20);
        // One code intentionally belongs to another song, to show a conflict.
        var strange = tracks.Where(track => track.Isrc is not null && byIsrc.Contains(track.Isrc) && byIsrc[track.Isrc].All(song => !IsTheSame(track, song)));
        Assert.Equal("Winter Tyres", Assert.Single(strange).Title);
    }

    [Fact]
    public void Some_songs_are_wanted_that_the_library_does_not_have_and_one_stands_twice()
    {
        var tracks = Playlists().SelectMany(playlist => playlist.Tracks).ToList();

        Assert.Contains(tracks, track => DemoCatalog.Songs.All(song => song.Artists[0] != track.Artists[0] && song.Title != track.Title));
        Assert.Equal(2, tracks.Count(track => track.Title == "Harbour Lights"));
    }

    private static bool IsTheSame(SourceTrack track, DemoSong song)
        => song.Title.StartsWith(track.Title.Split(" - ")[0], StringComparison.Ordinal) && song.Artists.Contains(track.Artists[0]);

    private static List<PlaylistFile> Playlists()
        => [.. DemoSamples.Files.SelectMany(sample => new PlaylistFileReader().Read(sample.Content, sample.FileName, null))];
}
