using Spotter.Core.Tracks;
using Spotter.Navidrome.Demo;

namespace Spotter.Tests.Navidrome.Demo;

public sealed class DemoCatalogTests
{
    [Fact]
    public void Ids_are_unique_and_in_Navidrome_s_shape()
    {
        var ids = DemoCatalog.Songs.Select(song => song.Id).ToList();

        Assert.InRange(ids.Count, 350, 500);
        Assert.Equal(ids.Count, ids.Distinct().Count());
        Assert.All(ids, id => Assert.Matches("^[0-9a-zA-Z]{22}$", id));
    }

    [Fact]
    public void Two_recordings_never_share_a_code_and_one_recording_keeps_it_on_every_album()
    {
        var coded = DemoCatalog.Songs.Where(song => song.Isrc is not null).ToList();

        Assert.All(coded.GroupBy(song => song.Isrc), group => Assert.Single(group.Select(song => (song.Artists[0], song.Title)).Distinct()));
        Assert.All(coded, song => Assert.Equal(song.Isrc, Isrc.Normalize(song.Isrc)));
        Assert.Equal(2, coded.Count(song => song is { Title: "Neon Saint", AlbumArtist: "Kestrel Motel" or "Various Artists" }));
        Assert.Single(coded.Where(song => song is { Title: "Neon Saint" }).Select(song => song.Isrc).Distinct());
    }

    [Fact]
    public void Songs_without_identifiers_and_in_many_scripts_are_among_them()
    {
        Assert.Contains(DemoCatalog.Songs, song => song is { Isrc: null, RecordingMbid: null });
        Assert.Contains(DemoCatalog.Songs, song => song is { Isrc: null, RecordingMbid: not null });
        foreach (var title in new[] { "夜の水族館", "Трамвай до моря", "Θάλασσα πλάτη", "مراكب الليل", "작은 등대", "長街夜雨", "Źdźbło" })
        {
            Assert.Contains(DemoCatalog.Songs, song => song.Title == title);
        }
    }
}
