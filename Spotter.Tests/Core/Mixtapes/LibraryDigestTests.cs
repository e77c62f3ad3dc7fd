using Spotter.Core.Matching;
using Spotter.Core.Mixtapes;
using Spotter.Core.Tracks;

namespace Spotter.Tests.Core.Mixtapes;

/// <summary>What the model learns about a library.</summary>
public sealed class LibraryDigestTests
{
    private static readonly LibraryIndex Large = LibraryIndex.Build([.. Enumerable.Range(0, 6_000).Select(i => new Song
    {
        Id = $"s{i}", Title = $"Song {i}", Artist = $"Artist {i / 6}", Artists = [$"Artist {i / 6}"], Album = $"Album {i / 3}", Year = 1960 + (i % 60),
    })]);

    [Fact]
    public void The_same_seed_shows_the_same_and_another_one_other_parts()
    {
        var picture = LibraryDigest.Of(Large, "rain", 1, 4_000);

        Assert.Equal(Names(picture), Names(LibraryDigest.Of(Large, "rain", 1, 4_000)));
        Assert.True(Names(picture).Intersect(Names(LibraryDigest.Of(Large, "rain", 2, 4_000))).Count() < picture.Artists.Count / 2);
    }

    [Fact]
    public void It_keeps_to_its_size_and_counts_the_whole()
    {
        var picture = LibraryDigest.Of(Large, "rain", 1, 4_000);
        var question = new MixtapeQuestion { Wish = "rain", Count = 10, Library = picture }.ToJson();

        Assert.InRange(question.Length, 2_500, 4_800);
        Assert.Equal((6_000, 1_000), (picture.Songs, picture.ArtistCount));
        Assert.Equal((6, 1_000), (picture.SongsByDecade.Count, picture.SongsByDecade["1960s"]));
        Assert.All(picture.Artists, artist => Assert.Equal((2, 4), (artist.Albums.Count, artist.Songs.Count)));
        Assert.EndsWith(")", picture.Artists[0].Albums[0], StringComparison.Ordinal);
    }

    [Fact]
    public void Artists_that_the_wish_names_come_first()
        => Assert.Equal(["Artist 7", "Artist 991"], Names(LibraryDigest.Of(Large, "Something like artist 991, and ARTIST 7!", 3, 4_000)).Take(2).Order());

    [Fact]
    public void A_library_without_tags_is_a_picture_too()
    {
        var bare = LibraryIndex.Build([new Song { Id = "1", Title = "Untitled" }, new Song { Id = "2", Title = "" }]);

        Assert.Equal((2, 0), (LibraryDigest.Of(bare, "x", 1, 1_000).Songs, LibraryDigest.Of(bare, "x", 1, 1_000).Artists.Count));
        Assert.Empty(LibraryDigest.Of(LibraryIndex.Build([]), "x", 1, 1_000).Artists);
    }

    private static IEnumerable<string> Names(LibraryDigest picture) => picture.Artists.Select(artist => artist.Name);
}
