using System.Collections.Concurrent;
using CsCheck;
using Spotter.Benchmarks.Speed;
using Spotter.Core.Matching;
using Spotter.Core.Tracks;
using Spotter.Tests.Core.Matching.Corpus;
using Spotter.Tests.Support;

namespace Spotter.Tests.Core.Matching;

/// <summary>A song that is asked for by its own title, artists, album and length is found, in every library of the tests and in generated
/// ones.</summary>
public sealed class SelfFindingTests
{
    // Everything that a title may carry besides its name, in any combination.
    private static readonly Gen<string> Titles = Gen.Select(
        OneOf("", "03 - ", "11 ", "10.", "Tides - ", "Ann Ash - ", "The ", "2.000 ", "A1. "),
        OneOf("Paper Lanterns", "Halcyon", "Lovin' U", "봄날", "Камин", "さくら", "รักเธอ", "Part 1", "Sonata No. 5 in C minor", "W.O.L.F.", "Happy😀", "7-11", "!!!", "Rock 'n' Roll"),
        OneOf("", " (Live)", " - Live at Wembley", " (Spring Day)", " - Acoustic", " (Quill Louder Remix)", " (feat. Bo Birch)", " [E]", " (by Ann Ash)", " / Tides", " / Hidden Track", ", Pt. 2", " - Tides",
            " - Ann Ash", " 3:57", " - 2011 - Remaster", " - Radio Edit", " (Take Two)", " - 1988"),
        (front, name, behind) => front + name + behind);

    private static readonly Gen<Song[]> Libraries = Gen.Select(
        Titles,
        OneOf("Ann Ash", "Ann Ash & Bo Birch", "DJ Marvo", "Ash, Ann", "いきものがかり", "Ann Ash feat. Bo Birch", "The Racing Rats", "RTQ", "Run The Quills"),
        OneOf<string?>(null, "Tides", "Live at Wembley", "Halcyon", "Acoustic", "Greatest Hits"),
        OneOf<int?>(null, 200_000, 203_000, 226_000, 390_000),
        (title, artist, album, length) => new Song { Id = "", Title = title, Artist = artist, Artists = [artist], Album = album, DurationMs = length })
        .Array[1, 12].Select(songs => songs.Select((song, i) => song with { Id = $"{i}" }).ToArray());

    public static TheoryData<string> Kinds => [.. Known.Keys];

    private static Dictionary<string, Func<Song, SourceTrack>> Known
        => OwnData.All.ToDictionary(row => (string)((object[])row)[0], row => (Func<Song, SourceTrack>)((object[])row)[1]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_a_library_of_all_the_songs_of_the_tables(string known)
        => Check(known, [.. MatchCases.All.Concat(ClassicalCasesTests.All).SelectMany(row => row.Songs).DistinctBy(song => song with { Id = "" }).Select((song, i) => song with { Id = $"{i}" })]);

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_a_library_of_many_artists_and_editions(string known) => Check(known, SpeedLibrary.Make(4_000));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_another_invented_library(string known) => Check(known, InventedLibrary.Of(3_000, seed: 3));

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_any_catalogue(string known)
    {
        foreach (var seed in LongTests.AreWanted ? Enumerable.Range(1, 20) : Enumerable.Range(1, 2))
        {
            Check(known, InventedCatalogue.Of(artists: 100, seed).Songs);
        }
    }

    [Theory]
    [MemberData(nameof(Kinds))]
    public void In_any_library_of_odd_titles(string known)
    {
        var doubts = new ConcurrentBag<string>();
        var asked = 0;
        Libraries.Sample(
            songs =>
            {
                Interlocked.Add(ref asked, songs.Length);
                Check(known, songs, doubts);
            },
            iter: LongTests.AreWanted ? 20_000 : 1_500);

        // "Ann Ash - 03 - Sonata / Tides" is also a fair way to write "Tides - Sonata - Tides". To ask is right there, but rare.
        Assert.True(doubts.Count * 1_000 <= asked, $"{doubts.Count} of {asked}: {string.Join('\n', doubts.Take(20))}");
    }

    private static void Check(string known, IReadOnlyList<Song> songs, ConcurrentBag<string>? doubts = null)
    {
        var lost = OwnData.Lost(new TrackMatcher(LibraryIndex.Build(songs), new()), songs, known, Known[known], doubts).ToArray();
        Assert.True(lost.Length == 0, $"{lost.Length} of {songs.Count}: {string.Join('\n', lost.Take(20))}");
    }

    private static Gen<T> OneOf<T>(params T[] values) => Gen.Int[0, values.Length - 1].Select(i => values[i]);
}
