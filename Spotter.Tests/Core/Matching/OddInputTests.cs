using CsCheck;
using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;
using Spotter.Tests.Support;
using Spotter.Web.Wording;

namespace Spotter.Tests.Core.Matching;

public sealed class OddInputTests
{
    // Any UTF-16 code unit, including unpaired surrogates, and the signs that the parser looks for.
    private static readonly Gen<string> AnyText = Gen.OneOf(
        Gen.Char.Array[0, 40].Select(letters => new string(letters)),
        Gen.Int[0, 24].Select(i => "()[]{}-–& .'!$feat liveé2ё"[i]).Array[0, 60].Select(letters => new string(letters)));

    private static readonly LibraryIndex Index = LibraryIndex.Build(InventedLibrary.Of(300, seed: 2));

    [Fact]
    public void A_key_of_a_key_is_that_key()
        => AnyText.Sample(text => TextNormalizer.Key(text) is var key && TextNormalizer.Key(key) == key, iter: 2000);

    [Fact]
    public void Text_that_is_not_blank_has_a_key_or_nothing_to_compare()
        => AnyText.Sample(text => TitleParser.Parse(text) is { Key: not null, BaseKey: not null }, iter: 2000);

    [Fact]
    public void Any_track_gets_an_answer_and_only_certain_ones_a_song()
        => Gen.Select(AnyText, AnyText, AnyText, Gen.Int[-5, 700_000]).Sample(
            (title, artist, album, durationMs) =>
            {
                var track = new SourceTrack { Title = title, Artists = [artist], Album = album, DurationMs = durationMs, Location = title };
                var result = new TrackMatcher(Index, new()).Match(new(track));
                return (result.Song is not null) == (result.Zone == MatchZone.Auto)
                    && result.Confidence is >= 0 and <= 1
                    && MatchExplanation.Of(track, result.Song, result.Reason, result.Score).Length > 0;
            },
            iter: 1000);

    [Fact]
    public void Any_song_can_be_in_a_library_and_is_found_by_itself()
        => Gen.Select(AnyText, AnyText).Sample(
            (title, artist) =>
            {
                var song = new Song { Id = "x", Title = title, Artist = artist, Artists = [artist], DurationMs = 100_000 };
                var index = LibraryIndex.Build([song]);
                var result = new TrackMatcher(index, new()).Match(new(new SourceTrack { Title = title, Artists = [artist], DurationMs = 100_000 }));
                _ = index.Search(title, 3);
                return result.Zone == MatchZone.Auto || TextNormalizer.Key(title).Length == 0 || ArtistCredits.Of([artist]).IsEmpty;
            },
            iter: 1000);
}
