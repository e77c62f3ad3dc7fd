using Spotter.Core.Matching;
using Spotter.Core.Matching.Text;

namespace Spotter.Tests.Core.Matching;

/// <summary>The table in docs/matching.md, with a value on each side of every boundary.</summary>
public sealed class EvidenceWeightsTests
{
    [Theory]
    [InlineData(TitleRelation.Equal, 1, 8, 0)]
    [InlineData(TitleRelation.Equal, 0.98, 7, 0)]
    [InlineData(TitleRelation.Subtitle, 0.9, 6, -0.5)]
    [InlineData(TitleRelation.Subtitle, 0.88, 5, -0.5)]
    [InlineData(TitleRelation.Article, 0.95, 6.5, 0)]
    [InlineData(TitleRelation.Transliterated, 0.95, 6.5, 0)]
    [InlineData(TitleRelation.Transliterated, 0.94, 5, 0)]
    [InlineData(TitleRelation.SameWork, 0.95, 6.5, 0)]
    [InlineData(TitleRelation.EqualWithoutMarks, 0.9, 5, 0)]
    [InlineData(TitleRelation.Close, 0.8, 4.5, 0)]
    [InlineData(TitleRelation.Close, 0.9, 5.25, 0)]
    [InlineData(TitleRelation.Close, 1, 6, 0)]
    [InlineData(TitleRelation.ShortWordApart, 0.9, 3, 0)]
    [InlineData(TitleRelation.OtherLetters, 0.5, -0.5, 0)]
    [InlineData(TitleRelation.Different, 0.5, -2.5, -2)]
    public void Titles(TitleRelation relation, double similarity, double song, double recording)
        => AssertWeighs(song, recording, EvidenceWeights.OfTitle(relation, similarity));

    [Theory]
    [InlineData(null, -1)]
    [InlineData(1.0, 6)]
    [InlineData(0.97, 6)]
    [InlineData(0.96, 5)]
    [InlineData(0.93, 5)]
    [InlineData(0.92999999, 4.5)]
    [InlineData(0.865, 4)]
    [InlineData(0.8, 3.5)]
    [InlineData(0.79, -6)]
    [InlineData(MatchScorer.HalfAlike, 2.5)]
    [InlineData(MatchScorer.SharesWord, -3)]
    [InlineData(0.0, -6)]
    public void Artists(double? similarity, double song) => AssertWeighs(song, 0, EvidenceWeights.OfArtist(similarity));

    [Theory]
    [InlineData(null, 0, 0)]
    [InlineData(1.0, 4, 3)]
    [InlineData(0.95, 4, 3)]
    [InlineData(0.94, 1.5, 1)]
    [InlineData(0.01, 1.5, 1)]
    [InlineData(0.0, -0.5, -1)]
    public void Albums(double? similarity, double song, double recording) => AssertWeighs(song, recording, EvidenceWeights.OfAlbum(similarity));

    [Theory]
    [InlineData(null, true, 0, 0)]
    [InlineData(0, true, 4, 3)]
    [InlineData(1_000, true, 4, 3)]
    [InlineData(1_001, true, 2, 2)]
    [InlineData(3_000, true, 2, 2)]
    [InlineData(3_001, true, -0.500143, -0.500143)]
    [InlineData(6_500, true, -1, -1)]
    [InlineData(10_000, true, -1.5, -1.5)]
    [InlineData(10_001, true, -2.5, -4)]
    [InlineData(10_001, false, -4, -4)]
    public void Lengths(int? excess, bool isSameArtist, double song, double recording) => AssertWeighs(song, recording, EvidenceWeights.OfLength(excess, isSameArtist));

    [Theory]
    [InlineData(VersionAgreement.Same, 7, 7.5)]
    [InlineData(VersionAgreement.Unsure, 7, 5)]
    [InlineData(VersionAgreement.Different, 7, -6)]
    public void Versions(VersionAgreement version, double song, double recording) => AssertWeighs(song, recording, EvidenceWeights.OfVersion(version, new(7, 6)));

    [Fact]
    public void The_rest_of_the_table()
    {
        AssertWeighs(-9, 2.2, EvidenceWeights.Prior);
        AssertWeighs(12, 4, EvidenceWeights.Identifier);
        AssertWeighs(0, -4, EvidenceWeights.UnknownPerformers);
        AssertWeighs(0, 2, EvidenceWeights.SameText);
        AssertWeighs(4, 4, EvidenceWeights.SameEntry);
    }

    [Fact]
    public void Evidence_adds_up_to_a_probability()
    {
        var evidence = new Evidence(1, 2) + new Evidence(2, -1);

        AssertWeighs(3, 1, evidence);
        Assert.Equal(1 / (1 + Math.Exp(-3) + Math.Exp(-1)), evidence.OfRecording, 12);
        Assert.Equal(1 / (1 + Math.Exp(-3)), evidence.OfSong, 12);
    }

    private static void AssertWeighs(double song, double recording, Evidence evidence)
    {
        Assert.Equal(song, evidence.AgainstOtherSong, 6);
        Assert.Equal(recording, evidence.AgainstOtherRecording, 6);
    }
}
