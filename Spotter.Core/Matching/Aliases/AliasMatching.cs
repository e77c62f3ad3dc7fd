using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Aliases;

/// <summary>
/// Looks for a track under its other names if it was not found under its own. Such a match is second-hand: it is written only if more than
/// the name or code speaks for it, and otherwise shown for review.
/// </summary>
internal static class AliasMatching
{
    /// <summary>The better of the results under the track's own name and under its other names.</summary>
    /// <param name="query">The query, with the track's other names.</param>
    /// <param name="aliases">Those names.</param>
    /// <param name="asWritten">The result under its own name, which may not be written.</param>
    /// <param name="options">The thresholds.</param>
    /// <param name="match">Matches a track as described.</param>
    public static MatchResult Better(MatchQuery query, TrackAliases aliases, MatchResult asWritten, MatchOptions options, Func<MatchQuery, MatchResult> match)
    {
        List<MatchResult> found = [.. aliases.Describe(query.Track).Select(track => match(query with { Track = track }))];
        var sure = found.FindAll(result => result is { Zone: MatchZone.Auto, Song: { } song, Score: { } score, Tier: { } tier } && MayBeWritten(query.Track, song, score, tier));
        return sure.Count > 0 && sure.TrueForAll(result => IsSameRecording(result.Song!, sure[0].Song!))
            ? AsFound(sure[0])
            : Unsure(asWritten, found, options);
    }

    // Found by a name: besides title and artist, the length or the album must agree. Found by a code: two of title, artist and length, as
    // for a pin whose song has a new id.
    private static bool MayBeWritten(SourceTrack track, Song song, MatchScore score, MatchTier tier)
    {
        if (!score.SameVersion || score.DurationDifferenceMs is { } apart && Math.Abs(apart) > MatchScorer.DurationWarningMs + MatchScorer.TruncationMs)
        {
            return false;
        }

        var sameLength = score.Duration >= 1;
        return tier is MatchTier.Isrc or MatchTier.Mbid
            ? score.Title >= TitleComparison.Floor
                ? score.Artist >= MatchScorer.ArtistFloor || sameLength || IsIncomparable(track, song)
                : sameLength && !IsSibling(track.Title, song.Title) && (score.Artist >= MatchScorer.ArtistFloor || IsIncomparable(track, song))
            : sameLength || score.Album >= MatchScorer.SameAlbum;
    }

    // Nobody is named, or the names are in scripts that cannot be compared here.
    private static bool IsIncomparable(SourceTrack track, Song song)
        => ArtistCredits.Of([.. song.Artists, song.Artist]).IsEmpty || track.Artists.Count == 0 || LettersOf.AreApart(track.ArtistLine, song.Artist);

    // "Harbour, Pt. 2" is not a misspelt "Harbour": a title that contains the other's words, or has a different number, belongs to a
    // different song.
    private static bool IsSibling(string track, string song)
    {
        var (mine, theirs) = (WordsOf(track), WordsOf(song));
        return mine.Length > 0 && theirs.Length > 0
            && (mine.StartsWith(theirs, StringComparison.Ordinal) || theirs.StartsWith(mine, StringComparison.Ordinal) || Levenshtein.Similarity(mine, theirs) >= TitleComparison.Floor);
    }

    private static string WordsOf(string title)
        => string.Join(' ', TextNormalizer.Words(TitleParser.Parse(title).Key).Where(word => !char.IsAsciiDigit(word[0]) && !PartWords.IsNothingElse(word)));

    private static bool IsSameRecording(Song a, Song b) => a.Id == b.Id || RecordingChoice.IsSameRecording(SongReading.Of(a), SongReading.Of(b));

    private static MatchResult AsFound(MatchResult result) => result with
    {
        Reason = MatchReason.OtherName,
        Score = AsFound(result.Score!),
        Candidates = [.. result.Candidates.Select(AsFound)],
    };

    private static MatchCandidate AsFound(MatchCandidate candidate) => candidate with { Score = AsFound(candidate.Score) };

    private static MatchScore AsFound(MatchScore score) => score with { IsByOtherName = true };

    // The candidates under the track's own name are shown together with those under its other names.
    private static MatchResult Unsure(MatchResult asWritten, List<MatchResult> found, MatchOptions options)
    {
        var others = found.SelectMany(result => result.Candidates).Select(AsFound)
            .OrderByDescending(candidate => candidate.Score.Confidence).ThenBy(candidate => candidate.Song.Id, StringComparer.Ordinal);
        MatchCandidate[] candidates = [.. asWritten.Candidates.Concat(others).DistinctBy(candidate => candidate.Song.Id).Take(options.MaxCandidates)];
        if (candidates.Length == asWritten.Candidates.Count)
        {
            return asWritten;
        }

        var reason = asWritten.Zone == MatchZone.Review ? asWritten.Reason : ReasonOf(found);
        return new(MatchZone.Review, null, asWritten.Tier ?? candidates[0].Tier, candidates[0].Score, reason, candidates);
    }

    // The reason of the best result. If it was as good as found, it is not sure enough because the name alone does not suffice.
    private static MatchReason ReasonOf(List<MatchResult> found)
        => found.Where(result => result.Candidates.Count > 0).MaxBy(result => result.Confidence) is { Zone: MatchZone.Review } best ? best.Reason : MatchReason.NotSureEnough;
}
