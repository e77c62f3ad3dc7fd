using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>
/// What each part of a comparison is worth as <see cref="Evidence"/>: the logarithm of how much more often it occurs between two entries of
/// one recording than otherwise. Estimated from the properties of titles, artists and lengths, not fitted to a corpus. docs/matching.md has
/// the table.
/// </summary>
internal static class EvidenceWeights
{
    /// <summary>Before anything is compared: one song in ten thousand is the one asked for, and of a song's recordings that nothing tells
    /// apart, it is this one nine times in ten.</summary>
    public static Evidence Prior { get; } = new(-9, 2.2);

    /// <summary>A recording code or MusicBrainz id in common: unique by design, but sometimes put on the wrong recording.</summary>
    public static Evidence Identifier { get; } = new(12, 4);

    /// <summary>The evidence of the titles without their versions.</summary>
    public static Evidence OfTitle(TitleRelation relation, double similarity)
        => relation switch
        {
            TitleRelation.Equal => new(similarity >= 1 ? 8 : 7, 0),
            TitleRelation.Subtitle => new(similarity >= 0.9 ? 6 : 5, -0.5),
            TitleRelation.Article => new(6.5, 0),
            TitleRelation.Transliterated => new(similarity >= 0.95 ? 6.5 : 5, 0),
            TitleRelation.SameWork => new(6.5, 0),
            TitleRelation.EqualWithoutMarks => new(5, 0),
            TitleRelation.Close => new(Between(4.5, 6, (similarity - TitleComparison.Floor) / (1 - TitleComparison.Floor)), 0),
            TitleRelation.ShortWordApart => new(3, 0),
            TitleRelation.OtherLetters => new(-0.5, 0),
            TitleRelation.Different => new(-2.5, -2),
        };

    /// <summary>The evidence of the artists. Null if they cannot be compared.</summary>
    public static Evidence OfArtist(double? similarity)
        => similarity switch
        {
            null => new(-1, 0),
            MatchScorer.HalfAlike => new(2.5, 0),
            MatchScorer.SharesWord => new(-3, 0),
            >= 0.97 => new(6, 0),
            >= MatchScorer.SameArtist => new(5, 0),
            >= MatchScorer.ArtistFloor and var close
                => new(Between(3.5, 4.5, (close - MatchScorer.ArtistFloor) / (MatchScorer.SameArtist - MatchScorer.ArtistFloor)), 0),
            _ => new(-6, 0),
        };

    /// <summary>The evidence of the albums. Null if one is unknown. A recording is on many albums, so that a different album says
    /// little.</summary>
    public static Evidence OfAlbum(double? similarity)
        => similarity switch
        {
            null => default,
            >= MatchScorer.SameAlbum => new(4, 3),
            > 0 => new(1.5, 1),
            _ => new(-0.5, -1),
        };

    /// <summary>The evidence of the lengths. Null if one is unknown.</summary>
    /// <param name="excessMs">How many milliseconds they differ by, beyond what servers round off.</param>
    /// <param name="isSameArtist">Whether the artists have the same name: then a different length rather means another recording than
    /// another song.</param>
    public static Evidence OfLength(int? excessMs, bool isSameArtist)
        => excessMs switch
        {
            null => default,
            <= 1_000 => new(4, 3),
            <= MatchScorer.DurationToleranceMs => new(2, 2),
            <= MatchScorer.DurationWarningMs and { } excess
                => Even(Between(-0.5, -1.5, (double)(excess - MatchScorer.DurationToleranceMs) / (MatchScorer.DurationWarningMs - MatchScorer.DurationToleranceMs))),
            _ => new(isSameArtist ? -2.5 : -4, -4),
        };

    /// <summary>
    /// The evidence of the versions, together with length and album: an instrumental is as long as the original, and a bonus take is on the
    /// same album, so neither makes up for a different version.
    /// </summary>
    public static Evidence OfVersion(VersionAgreement version, Evidence lengthAndAlbum)
        => version switch
        {
            VersionAgreement.Same => lengthAndAlbum + new Evidence(0, 1.5),
            VersionAgreement.Unsure => lengthAndAlbum + new Evidence(0, -1),
            VersionAgreement.Different => lengthAndAlbum with { AgainstOtherRecording = -6 },
        };

    /// <summary>The evidence if one side does not name the performers: there are a hundred recordings of a famous work.</summary>
    public static Evidence UnknownPerformers { get; } = new(0, -4);

    /// <summary>The evidence if the whole titles are equal word by word, including version and decoration.</summary>
    public static Evidence SameText { get; } = new(0, 2);

    /// <summary>The evidence if title and artists, and album and length as far as known, are exactly the same.</summary>
    public static Evidence SameEntry { get; } = new(4, 4);

    private static Evidence Even(double weight) => new(weight, weight);

    private static double Between(double from, double to, double share) => from + ((to - from) * Math.Clamp(share, 0, 1));
}
