using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>Judges how well a song fits a source track. The only place where closeness becomes a number; every candidate passes it.</summary>
internal static class MatchScorer
{
    /// <summary>Lengths this close are equal: different masters of one recording differ by so much.</summary>
    public const int DurationToleranceMs = 3_000;

    /// <summary>Lengths further apart than this speak strongly against a match.</summary>
    public const int DurationWarningMs = 10_000;

    /// <summary>Servers cut lengths to whole seconds: a source may be longer by this much without a difference.</summary>
    public const int TruncationMs = 1_000;

    /// <summary>The least agreement of the artists.</summary>
    public const double ArtistFloor = 0.80;

    /// <summary>Artists that agree this well are the same by name.</summary>
    public const double SameArtist = 0.93;

    /// <summary>Albums that agree this well are the same but for decoration.</summary>
    public const double SameAlbum = 0.95;

    /// <summary>The most that a candidate reaches which a person must look at: it is never shown as sure as one that is written.</summary>
    public const double ReviewCeiling = 0.75;

    /// <summary>The judgement by the best way to read the track.</summary>
    public static Judgement Judge(TrackReading track, SongReading song)
    {
        var judgement = Judge(track, track.Title, track.Artists, song);
        if (judgement is { PassesFloors: true, MayBeAutomatic: true })
        {
            return judgement;
        }

        foreach (var (title, artists) in track.Ways.Skip(1))
        {
            var other = Judge(track, title, artists, song);
            var fits = other is { Score.Artist: >= SameArtist } && (other.MayBeAutomatic || other.Relation == TitleRelation.Equal);
            if (fits && other.Score.Confidence > judgement.Score.Confidence)
            {
                judgement = other;
            }
        }

        return judgement;
    }

    /// <summary>How far apart the lengths are, or null where one is unknown. Song minus track.</summary>
    public static int? DurationDifference(int? trackMs, int? songMs)
        => trackMs is > 0 && songMs is > 0 ? songMs - trackMs : null;

    /// <summary>Whether lengths differ by no more than the tolerance; null where one is unknown.</summary>
    public static bool? SameDuration(int? trackMs, int? songMs)
        => DurationDifference(trackMs, songMs) is { } difference ? Excess(difference) == 0 : null;

    private static Judgement Judge(TrackReading track, ParsedTitle title, ArtistCredits artists, SongReading song)
    {
        var (relation, titleScore) = TitleComparison.Compare(title, song.Title);
        var artistScore = ArtistCredits.Similarity(artists, song.Artists);
        double? albumScore = track.Album is null || song.Album is null ? null : AlbumName.Similarity(track.Album, song.Album);
        var difference = DurationDifference(track.Track.DurationMs, song.DurationMs);
        double? durationScore = difference is { } apart ? DurationScore(apart) : null;
        var version = VersionComparison.Compare(title.Version, track.Album, song.Title.Version, song.Album, albumScore >= SameAlbum);

        var performers = PerformerComparison.Compare(title, artists, song.Title, song.Artists);
        (relation, version, artistScore) = performers switch
        {
            PerformerAgreement.OtherComposer => (TitleRelation.Different, version, artistScore),
            PerformerAgreement.Different => (relation, VersionAgreement.Different, artistScore),
            PerformerAgreement.Same => (relation, version, Math.Max(artistScore, 0.97)),
            _ => (relation, version, artistScore),
        };
        var namesArtist = artistScore >= ArtistFloor;
        if (!namesArtist && artists.IsEmpty && SamePathTail(track.Track.Location, song.Song.Path))
        {
            // The source names no artist, but the file and its folder are the very ones.
            (namesArtist, artistScore) = (true, 1);
        }

        var isSupported = durationScore >= 1 || (durationScore is null && albumScore >= SameAlbum);
        var isSilent = artists.IsEmpty || song.Artists.IsEmpty || performers == PerformerAgreement.Unsure;
        var cannotCompareArtists = !namesArtist && (isSilent || AreInScriptsApart(artists, song.Artists));
        var passes = relation != TitleRelation.Different && titleScore >= TitleComparison.Floor
            && (namesArtist || (cannotCompareArtists && relation is TitleRelation.Equal or TitleRelation.SameWork && isSupported));
        var standsWithoutArtist = isSilent && durationScore >= 1 && albumScore >= SameAlbum;
        passes = passes && (relation != TitleRelation.ShortWordApart || (artistScore >= SameArtist && durationScore >= 1 && albumScore >= SameAlbum));
        var mayBeAutomatic = passes && (standsWithoutArtist || (namesArtist && performers != PerformerAgreement.Unsure))
            && IsVersionSure(version, durationScore)
            && IsTitleSure(relation, title, song.Title, durationScore)
            && (artistScore >= SameArtist || isSupported)
            && IsDurationSure(difference, albumScore);

        var evidence = EvidenceWeights.Prior
            + EvidenceWeights.OfTitle(relation, titleScore)
            + EvidenceWeights.OfArtist(cannotCompareArtists ? null : artistScore)
            + EvidenceWeights.OfVersion(
                version,
                EvidenceWeights.OfAlbum(albumScore)
                + EvidenceWeights.OfLength(difference is { } off ? Math.Max(0, off < 0 ? -off - TruncationMs : off) : null));
        evidence += performers == PerformerAgreement.Unsure ? EvidenceWeights.UnknownPerformers : default;
        var confidence = mayBeAutomatic ? evidence.OfRecording : Math.Min(evidence.OfRecording, ReviewCeiling);
        var score = new MatchScore(
            titleScore, artistScore, albumScore, durationScore, version != VersionAgreement.Different, difference, confidence);
        return new(song, score, relation, version, evidence, passes, mayBeAutomatic);
    }

    // 1 within the tolerance, falling to 0 where the warning begins.
    private static double DurationScore(int difference)
        => Math.Max(0, 1 - ((double)Excess(difference) / (DurationWarningMs - DurationToleranceMs)));

    private static int Excess(int difference)
        => Math.Max(0, (difference < 0 ? Math.Max(0, -difference - TruncationMs) : difference) - DurationToleranceMs);

    private static bool IsVersionSure(VersionAgreement version, double? duration)
        => version == VersionAgreement.Same || (version == VersionAgreement.Unsure && duration >= 1);

    // A loose title needs the length to agree; a subtitle in brackets may do without where the length is unknown.
    private static bool IsTitleSure(TitleRelation relation, ParsedTitle track, ParsedTitle song, double? duration)
        => relation switch
        {
            TitleRelation.Equal => true,
            TitleRelation.Subtitle => duration >= 1 || (duration is null && !track.HasTail && !song.HasTail),
            TitleRelation.Transliterated or TitleRelation.Close or TitleRelation.ShortWordApart or TitleRelation.SameWork => duration >= 1,
            TitleRelation.EqualWithoutMarks or TitleRelation.Different => false,
        };

    // Far apart in length: the same only if it is the same album, and even then not half a minute.
    private static bool IsDurationSure(int? difference, double? album)
        => difference is not { } apart
            || Math.Abs(apart) <= DurationWarningMs + TruncationMs
            || (album >= SameAlbum && Math.Abs(apart) <= 3 * DurationWarningMs);

    // Names in Han or Hangul against names in Latin: nobody can tell by letters.
    private static bool AreInScriptsApart(ArtistCredits a, ArtistCredits b)
        => (a.Names.All(IsLatin) && !b.Names.Any(IsLatin)) || (b.Names.All(IsLatin) && !a.Names.Any(IsLatin));

    private static bool IsLatin(ArtistName name) => name.Key.Any(c => c < '\u0250' && char.IsLetter(c));

    // The last folder and the file, whatever the case and the slashes.
    private static bool SamePathTail(string? a, string? b)
        => PathTail(a) is { } left && PathTail(b) is { } right && left == right;

    private static string? PathTail(string? path)
    {
        var parts = path?.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts is [.., var folder, var file] ? TextNormalizer.MarkedKey($"{folder}/{file}") : null;
    }
}
