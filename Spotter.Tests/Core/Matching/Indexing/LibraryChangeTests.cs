using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching.Indexing;

/// <summary>An index that was updated equals one that was built from scratch.</summary>
public sealed class LibraryChangeTests
{
    [Fact]
    public void Nothing_changed_is_nothing_to_do()
    {
        Song[] songs = [.. InventedLibrary.Of(200, seed: 1)];
        var index = LibraryIndex.Build(songs);

        var change = LibraryChange.Between(index, songs);

        Assert.True(change.IsEmpty);
        Assert.Same(index, index.With(change));
    }

    [Fact]
    public void What_is_new_changed_and_gone_is_told_apart()
    {
        Song[] songs = [.. InventedLibrary.Of(50, seed: 1)];
        var retagged = songs[3] with { Isrcs = ["ZZSPT2600009"] };
        var found = songs[4] with { Id = "new" };

        var change = LibraryChange.Between(LibraryIndex.Build(songs), [.. songs[..3], retagged, .. songs[5..], found]);

        Assert.Equal([retagged.Id, "new"], change.Songs.Select(song => song.Id));
        Assert.Equal([songs[4].Id], change.RemovedIds);
    }

    [Fact]
    public void Of_albums_that_were_read_again_the_others_songs_stay()
    {
        Song OnAlbum(string id, string album) => new() { Id = id, Title = $"Harbour {id}", AlbumId = album, Album = album };
        var index = LibraryIndex.Build([OnAlbum("a", "one"), OnAlbum("b", "one"), OnAlbum("c", "two"), OnAlbum("d", "three"), OnAlbum("e", "four")]);

        var change = LibraryChange.OfAlbums(
            index, ["one", "three"], [OnAlbum("a", "one"), OnAlbum("b", "one") with { Title = "Lantern" }, OnAlbum("e", "one"), OnAlbum("f", "three")]);

        Assert.Equal(["b", "e", "f"], change.Songs.Select(song => song.Id).Order());
        Assert.Equal(["d"], change.RemovedIds);
        Assert.True(LibraryChange.OfAlbums(index, ["two"], [OnAlbum("c", "two")]).IsEmpty);
        Assert.False(new LibraryChange([], ["a"]).IsEmpty);
        Assert.False(new LibraryChange([OnAlbum("a", "one")], []).IsEmpty);
    }

    [Fact]
    public void After_any_number_of_changes_every_question_gets_the_answer_of_an_index_built_anew()
    {
        var random = new Random(20261123);
        List<Song> songs = [.. InventedLibrary.Of(600, seed: 11)];
        List<Song> spare = [.. InventedLibrary.Of(400, seed: 12).Select(song => song with { Id = "spare-" + song.Id })];
        var index = LibraryIndex.Build(songs);
        for (var round = 0; round < 6; round++)
        {
            for (var i = 0; i < 25; i++)
            {
                songs.RemoveAt(random.Next(songs.Count));
                var at = random.Next(songs.Count);
                songs[at] = songs[at] with { Title = songs[at].Title + " (Remastered)", DurationMs = songs[at].DurationMs + 1_000 };
                songs.Add(spare[^1]);
                spare.RemoveAt(spare.Count - 1);
            }

            index = index.With(LibraryChange.Between(index, songs));
            var anew = LibraryIndex.Build([.. songs.OrderBy(song => song.Id, StringComparer.Ordinal)]);

            Assert.Equal(songs.Select(song => song.Id).Order(StringComparer.Ordinal), index.Songs.Select(song => song.Id).Order(StringComparer.Ordinal));
            Assert.Equal(anew.Count, index.Count);
            AssertSameAnswers(anew, index, songs, random);
        }
    }

    [Fact]
    public void A_song_that_is_gone_is_found_by_nothing()
    {
        Song[] songs = [new() { Id = "a", Title = "Paper Lanterns", Artist = "Ann Ash", Artists = ["Ann Ash"], Isrcs = ["ZZSPT2600001"], RecordingMbid = "m" }];
        var index = LibraryIndex.Build(songs).With(new([], ["a"]));

        Assert.Equal(0, index.Count);
        Assert.Empty(index.Songs);
        Assert.Null(index.Find("a"));
        Assert.Empty(index.Search("paper", 5));
        var track = new SourceTrack { Title = "Paper Lanterns", Artists = ["Ann Ash"], Isrc = "ZZSPT2600001", RecordingMbid = "m" };
        Assert.Equal(MatchZone.None, new TrackMatcher(index, new()).Match(new(track)).Zone);
    }

    private static void AssertSameAnswers(LibraryIndex anew, LibraryIndex index, List<Song> songs, Random random)
    {
        var (one, other) = (new TrackMatcher(anew, new()), new TrackMatcher(index, new()));
        for (var i = 0; i < 60; i++)
        {
            var song = songs[random.Next(songs.Count)];
            var track = new SourceTrack
            {
                Title = i % 3 == 0 ? song.Title.Insert(song.Title.Length / 2, "e") : song.Title,
                Artists = song.Artists,
                DurationMs = song.DurationMs,
                Isrc = i % 5 == 0 && song.Isrcs is [var isrc, ..] ? isrc : null,
            };
            var (expected, answer) = (one.Match(new(track)), other.Match(new(track)));
            Assert.Equal((expected.Zone, expected.Song?.Id, expected.Tier, expected.Reason), (answer.Zone, answer.Song?.Id, answer.Tier, answer.Reason));
            Assert.Equal(expected.Candidates.Select(candidate => candidate.Song.Id), answer.Candidates.Select(candidate => candidate.Song.Id));
            Assert.Equal(
                anew.Search(song.Title, 5).Select(hit => hit.Id).ToHashSet(), index.Search(song.Title, 5).Select(hit => hit.Id).ToHashSet());
        }
    }
}
