using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Aliases;

/// <summary>
/// Decides which of a catalogue's recordings may be the track's. A code may be on the wrong recording, two artists may share a name, and a
/// search finds anything similar: a recording that is not certain lends the track no names.
/// </summary>
internal static class RelevantRecordings
{
    /// <summary>The lowest accepted score of a hit. The best hit always has 100, however little it fits.</summary>
    public const int LeastScore = 90;

    /// <summary>The matching recordings. None if they are by several artists and the length does not decide.</summary>
    /// <param name="track">The track.</param>
    /// <param name="kind">What the catalogue was searched by.</param>
    /// <param name="recordings">The catalogue's answer.</param>
    /// <param name="namesOf">What is known about an artist, by MusicBrainz id. Null if nothing is.</param>
    public static IReadOnlyList<KnownRecording> Of(
        SourceTrack track, CatalogueQuestionKind kind, IReadOnlyList<KnownRecording> recordings, Func<string, KnownArtist?> namesOf)
    {
        if (recordings.Count == 0)
        {
            return [];
        }

        var reading = TrackReading.Of(track);
        List<KnownRecording> fitting = [.. recordings.Where(recording => reading.Ways.Any(way => Fits(reading, way, kind, recording, namesOf)))];
        if (!AreByOneArtist(fitting))
        {
            fitting.RemoveAll(recording => SameLength(track, recording) != true);
        }

        return AreByOneArtist(fitting) ? fitting : [];
    }

    /// <summary>Whether it can be used at all: found by an identifier, or with a high score in a search.</summary>
    public static bool IsWorthKeeping(KnownRecording recording) => recording.SearchScore is null or >= LeastScore;

    /// <summary>Whether the lengths agree. Null if one is unknown.</summary>
    public static bool? SameLength(SourceTrack track, KnownRecording recording) => MatchScorer.SameDuration(track.DurationMs, recording.DurationMs);

    /// <summary>Whether the catalogue's title is the track's, including the version.</summary>
    public static bool IsTitle(ParsedTitle title, string known)
        => TitleComparison.Compare(title, TitleParser.Parse(known)).Relation
            is TitleRelation.Equal or TitleRelation.Article or TitleRelation.Subtitle or TitleRelation.Transliterated or TitleRelation.SameWork or TitleRelation.Close;

    /// <summary>Whether one of the track's artists has a name of the credited artist.</summary>
    public static bool IsArtist(ArtistCredits artists, KnownCredit credit, Func<string, KnownArtist?> namesOf)
        => ArtistSimilarity.Of(artists, ArtistCredits.Of([.. credit.Names, .. namesOf(credit.ArtistMbid)?.Names ?? []])) >= MatchScorer.SameArtist;

    private static bool Fits(TrackReading track, TitleReading way, CatalogueQuestionKind kind, KnownRecording recording, Func<string, KnownArtist?> namesOf)
    {
        var sameLength = SameLength(track.Track, recording);
        if (!IsVersion(track, way, recording, sameLength)
            || MatchScorer.DurationDifference(track.Track.DurationMs, recording.DurationMs) is { } apart && Math.Abs(apart) > MatchScorer.DurationWarningMs + MatchScorer.TruncationMs)
        {
            return false;
        }

        var sameTitle = recording.OtherTitles.Prepend(recording.Title).Any(title => IsTitle(way.Title, title));
        var sameArtist = recording.Credits.Any(credit => !credit.IsGuest && IsArtist(way.Artists, credit, namesOf));
        if (kind == CatalogueQuestionKind.Names)
        {
            return sameTitle && sameArtist && IsWorthKeeping(recording);
        }

        // A code is right with an equal title, or with a title in another script and an equal artist or length, or with equal artist and
        // length.
        return sameTitle || ((sameArtist || sameLength == true) && LettersOf.AreApart(track.Track.Title, recording.Title)) || (sameArtist && sameLength == true);
    }

    private static bool IsVersion(TrackReading track, TitleReading way, KnownRecording recording, bool? sameLength)
        => VersionComparison.Compare(way.Title.Version, track.Album, TitleParser.Parse(recording.WholeTitles.First()).Version, null, sameAlbum: false) switch
        {
            VersionAgreement.Same => true,
            VersionAgreement.Unsure => sameLength == true,
            VersionAgreement.Different => false,
        };

    private static bool AreByOneArtist(List<KnownRecording> recordings)
        => recordings.Select(recording => recording.Credits is [var lead, ..] ? lead.ArtistMbid : "").Distinct(StringComparer.Ordinal).Count() <= 1;
}
