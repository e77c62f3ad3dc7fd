using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>Judges how well a song fits a source track. This is the only place where similarity becomes a number, and every candidate
/// passes through it.</summary>
internal static class MatchScorer
{
    /// <summary>Lengths this close count as equal: different masters of one recording differ by as much.</summary>
    public const int DurationToleranceMs = 3_000;

    /// <summary>Lengths further apart than this speak strongly against a match.</summary>
    public const int DurationWarningMs = 10_000;

    /// <summary>Servers cut lengths to whole seconds: a source's length may be greater by this much without a real difference.</summary>
    public const int TruncationMs = 1_000;

    /// <summary>The lowest accepted similarity of the artists.</summary>
    public const double ArtistFloor = 0.80;

    /// <summary>The similarity of artists if one name contains the other among more words, or if they share more than half of their
    /// letters.</summary>
    public const double HalfAlike = 0.6;

    /// <summary>The similarity of artists who share half of their distinctive words.</summary>
    public const double SharesWord = 0.5;

    /// <summary>From this similarity on, artists have the same name.</summary>
    public const double SameArtist = 0.93;

    /// <summary>From this similarity on, albums are the same except for decoration.</summary>
    public const double SameAlbum = 0.95;

    /// <summary>The lowest confidence in a song that agrees exactly with everything known about the track.</summary>
    public const double LeastOfEntry = 0.95;

    /// <summary>The greatest weight of a candidate that needs review, as a competitor of one that may be written.</summary>
    public const double ReviewCeiling = 0.75;

    /// <summary>The judgement by the best way to read the track, preferably as written.</summary>
    public static Judgement Judge(TrackReading track, SongReading song)
        => JudgeBest(track, song) is var judgement && track.IsEntry(song) ? AsEntry(judgement) : judgement;

    private static Judgement JudgeBest(TrackReading track, SongReading song)
    {
        var plain = track.Ways[0];
        var judgement = Judge(track, plain, song.Title, song);
        if (song.Written != song.Title && judgement is not { PassesFloors: true, MayBeAutomatic: true })
        {
            var written = Judge(track, plain, song.Written, song);
            judgement = IsBetter(written, judgement) ? written : judgement;
        }

        if (judgement is { PassesFloors: true, MayBeAutomatic: true })
        {
            return judgement;
        }

        for (var i = 1; i < track.Ways.Count; i++)
        {
            judgement = Better(judgement, track.Ways[i], song.Title);
        }

        foreach (var (kind, title) in song.Others)
        {
            judgement = Better(judgement, plain with { Kind = kind }, title);
        }

        return judgement;

        Judgement Better(Judgement best, TitleReading way, ParsedTitle songTitle)
            => Judge(track, way, songTitle, song) is var other && Fits(way, other) && IsBetter(other, best) ? other : best;
    }

    /// <summary>The difference of the lengths, song minus track, or null if one is unknown.</summary>
    public static int? DurationDifference(int? trackMs, int? songMs)
        => trackMs is > 0 && songMs is > 0 ? songMs - (AreMinutesAsHours(trackMs.Value, songMs.Value) ? trackMs / 60 : trackMs) : null;

    /// <summary>Whether lengths differ by no more than the tolerance. Null if one is unknown.</summary>
    public static bool? SameDuration(int? trackMs, int? songMs)
        => DurationDifference(trackMs, songMs) is { } difference ? Excess(difference) == 0 : null;

    /// <summary>Whether lengths agree to the second, allowing for servers that cut them.</summary>
    public static bool IsSameSecond(int? difference) => difference is >= -2 * TruncationMs and <= TruncationMs;

    // A song that agrees exactly may be written. But if the track has no album, a song on a live album is still a different version.
    private static Judgement AsEntry(Judgement judgement)
    {
        var evidence = judgement.Evidence + EvidenceWeights.SameEntry;
        var isVersionSure = judgement.Version != VersionAgreement.Different;
        return judgement with
        {
            Evidence = evidence,
            Score = judgement.Score with { Confidence = isVersionSure ? Math.Max(LeastOfEntry, evidence.OfRecording) : judgement.Score.Confidence },
            PassesFloors = true,
            Waits = isVersionSure ? null : judgement.Waits,
            MustBeShown = true,
            IsEntry = true,
        };
    }

    // "3:05" that a spreadsheet took for three hours and five minutes.
    private static bool AreMinutesAsHours(int trackMs, int songMs)
        => trackMs >= 3_600_000 && trackMs % 60_000 == 0 && Excess(songMs - (trackMs / 60)) == 0;

    private static bool IsBetter(Judgement other, Judgement judgement)
        => other.PassesFloors && (other.MayBeAutomatic, other.Score.Confidence).CompareTo((judgement.MayBeAutomatic, judgement.Score.Confidence)) > 0;

    // A part that may be an artist counts only if the artists are then the same and the title is sure. A number that may be a track's
    // counts only together with artist and album.
    private static bool Fits(TitleReading way, Judgement judgement)
        => way.Kind switch
        {
            TitleReadingKind.ArtistInTitle => judgement.Score.Artist >= SameArtist && (judgement.MayBeAutomatic || judgement.Relation == TitleRelation.Equal),
            TitleReadingKind.WithoutNumber => judgement is { Score: { Artist: >= SameArtist, Album: >= SameAlbum }, Relation: TitleRelation.Equal },
            _ => true,
        };

    private static Judgement Judge(TrackReading track, TitleReading way, ParsedTitle songTitle, SongReading song)
    {
        var (title, artists) = (way.Title, way.Artists);
        var (relation, titleScore) = TitleComparison.Compare(title, songTitle);
        var artistScore = ArtistSimilarity.Of(artists, song.Artists);
        double? albumScore = track.Album is null || song.Album is null ? null : AlbumName.Similarity(track.Album, song.Album);
        var difference = DurationDifference(track.Track.DurationMs, song.DurationMs);
        double? durationScore = difference is { } apart ? DurationScore(apart) : null;
        var version = VersionComparison.Compare(title.Version, track.Album, songTitle.Version, song.Album, albumScore >= SameAlbum);

        if (version == VersionAgreement.Different && IsSameSecond(difference) && IsEditAgainstPlain(title.Version, songTitle.Version))
        {
            // An edit that is as long as the song is the song.
            version = VersionAgreement.Unsure;
        }

        var performers = PerformerComparison.Compare(title, artists, songTitle, song.Artists);
        (relation, version, artistScore) = performers switch
        {
            PerformerAgreement.OtherComposer => (TitleRelation.Different, version, artistScore),
            PerformerAgreement.Different => (relation, VersionAgreement.Different, artistScore),
            PerformerAgreement.Same => (relation, version, Math.Max(artistScore, 0.97)),
            _ => (relation, version, artistScore),
        };
        var onSameAlbum = albumScore >= SameAlbum;
        var namesArtist = artistScore >= ArtistFloor;
        if (!namesArtist && (onSameAlbum || durationScore >= 1) && IsSameNobody(track, song))
        {
            // "Various Artists" names nobody, but if both sides say it, it is the same entry.
            (namesArtist, artistScore) = (true, SameArtist);
        }

        if (!namesArtist && artists.IsEmpty && SamePathTail(track.Track.Location, song.Song.Path))
        {
            // The source names no artist, but file and folder are the same.
            (namesArtist, artistScore) = (true, 1);
        }

        var namesAlbum = !namesArtist && NamesTheAlbum(track, song, difference);
        if (namesAlbum)
        {
            // Some tables have the album's name in place of the artist's.
            (albumScore, onSameAlbum) = (1, true);
        }

        var isSupported = durationScore >= 1 || (durationScore is null && onSameAlbum);
        var namesNobody = artists.IsEmpty || namesAlbum;
        var isSilent = namesNobody || song.Artists.IsEmpty || performers == PerformerAgreement.Unsure;
        var isEqual = relation is TitleRelation.Equal or TitleRelation.Article;
        var halfLikeness = !namesArtist && !isSilent && isEqual ? ArtistSimilarity.HalfOf(artists, song.Artists) : 0;
        var isHalfAlike = halfLikeness > 0;
        var cannotCompareArtists = !namesArtist && (isSilent || (!isHalfAlike && AreInScriptsApart(artists, song.Artists)));
        var isInOtherLetters = relation == TitleRelation.OtherLetters && artistScore >= SameArtist && version != VersionAgreement.Different && IsSameSecond(difference);
        var passes = isInOtherLetters
            || (relation != TitleRelation.Different && titleScore >= TitleComparison.Floor
                && (namesArtist || (cannotCompareArtists && relation is TitleRelation.Equal or TitleRelation.SameWork && isSupported)));
        var standsWithoutArtist = isSilent && ((durationScore >= 1 && onSameAlbum)
            || (namesNobody && relation == TitleRelation.Equal && StandsForItself(title, track.Album, albumScore, difference)));
        passes = passes && (relation != TitleRelation.ShortWordApart || (artistScore >= SameArtist && durationScore >= 1 && albumScore >= SameAlbum));

        // A song with exactly the title is never called missing if more speaks for it: a possibly equal artist, or album and length.
        artistScore = isHalfAlike ? halfLikeness : artistScore;
        var isWorthAsking = passes || (isEqual && performers != PerformerAgreement.OtherComposer && (isHalfAlike || (onSameAlbum && durationScore >= 1)));
        var standsByAll = isHalfAlike && relation == TitleRelation.Equal && onSameAlbum && durationScore >= 1;
        passes |= isWorthAsking;
        var doubt = DoubtAboutRecording();
        var isAllowed = doubt is not null && IsAllowed(doubt.Value, track, title.Version, song, songTitle.Version);
        MatchReason? waits = !passes ? MatchReason.NotSureEnough
            : doubt == MatchReason.DifferentVersion && !isAllowed ? doubt
            : !(standsWithoutArtist || standsByAll || (namesArtist && performers != PerformerAgreement.Unsure)) ? MatchReason.ArtistUnsure
            : doubt == MatchReason.VersionUnsure && !isAllowed ? doubt
            : !IsTitleSure(relation, title, songTitle, durationScore, onSameAlbum) ? MatchReason.TitleUnsure
            : !(artistScore >= SameArtist || isSupported) ? MatchReason.ArtistUnsure
            : doubt == MatchReason.LengthUnsure && !isAllowed ? doubt
            : !IsCutSure(way, durationScore, albumScore) ? MatchReason.TitleUnsure
            : null;

        var evidence = EvidenceWeights.Prior
            + EvidenceWeights.OfTitle(relation, titleScore)
            + (!namesArtist && (namesNobody || song.Artists.IsEmpty) ? default : EvidenceWeights.OfArtist(cannotCompareArtists ? null : artistScore))
            + EvidenceWeights.OfVersion(
                version,
                EvidenceWeights.OfAlbum(albumScore)
                + EvidenceWeights.OfLength(difference is { } off ? Math.Max(0, off < 0 ? -off - TruncationMs : off) : null, isSameArtist: artistScore >= SameArtist));
        evidence += version == VersionAgreement.Same && HasSameText(track.Track.Title, title, song.WholeTitle) ? EvidenceWeights.SameText : default;
        evidence += performers == PerformerAgreement.Unsure ? EvidenceWeights.UnknownPerformers : default;
        var score = new MatchScore(
            titleScore, artistScore, albumScore, durationScore, version != VersionAgreement.Different, difference, isAllowed ? evidence.OfSong : evidence.OfRecording)
        {
            SongConfidence = evidence.OfSong,
        };
        return new(song, score, relation, version, evidence, passes, waits)
        {
            MustBeShown = isWorthAsking && (isEqual || isInOtherLetters),
            Allowed = isAllowed ? doubt : null,
        };

        // Another version is as long as it is: its length is no doubt of its own.
        MatchReason? DoubtAboutRecording()
            => version == VersionAgreement.Different ? MatchReason.DifferentVersion
                : !IsVersionSure(version, durationScore) ? MatchReason.VersionUnsure
                : !IsDurationSure(difference, NamesMoreThanTheSong(track.Album, title) ? albumScore : null) ? MatchReason.LengthUnsure
                : null;
    }

    private static bool IsAllowed(MatchReason doubt, TrackReading track, TitleVersion wanted, SongReading song, TitleVersion found)
        => doubt == MatchReason.LengthUnsure
            ? track.Allows.HasFlag(MatchAllowances.OtherLength)
            : track.Allows.HasFlag(MatchAllowances.OtherVersion)
                || (track.Allows.HasFlag(MatchAllowances.RadioEdit) && IsEditAgainstPlain(VersionComparison.Whole(wanted, track.Album), VersionComparison.Whole(found, song.Album)));

    private static bool IsSameNobody(TrackReading track, SongReading song)
        => track.Artists.IsEmpty && track.CreditAsWritten is { Length: > 0 } credit && string.Equals(credit, song.Song.Artist, StringComparison.OrdinalIgnoreCase);

    private static bool IsEditAgainstPlain(TitleVersion a, TitleVersion b)
        => a.Qualifier.Count + b.Qualifier.Count == 0 && (a.Kinds | b.Kinds) == VersionKinds.Edit && (a.Kinds & b.Kinds) == VersionKinds.None;

    // The same words, and more than the song's name: of two concerts on one album, the one with this name.
    private static bool HasSameText(string track, ParsedTitle title, string song)
        => track.Length > title.Key.Length && TextNormalizer.Key(track) is var key && key.Length > title.Key.Length && key == TextNormalizer.Key(song);

    // The song's album in place of the artist, for a track with no other album or with only a disc of it. Without an album, the lengths
    // must agree to the second.
    private static bool NamesTheAlbum(TrackReading track, SongReading song, int? difference)
        => song.Album is { Key: var album }
            && (track.Album is null ? IsSameSecond(difference) : track.Album.Key == album || track.Album.IsDisc)
            && TextNormalizer.Key(track.Track.ArtistLine) == album;

    // No artist is named, but exactly the title is enough together with the length to the second if no album contradicts, or with the album
    // if no length is known.
    private static bool StandsForItself(ParsedTitle title, AlbumName? trackAlbum, double? album, int? difference)
        => !TitleComparison.IsCommon(title.Key)
            && ((album is null && IsSameSecond(difference))
                || (difference is null && album >= SameAlbum && (NamesMoreThanTheSong(trackAlbum, title) || title.Version.Qualifier.Count > 0)));

    // An album with the same name as its song is no more evidence than the song's name.
    private static bool NamesMoreThanTheSong(AlbumName? album, ParsedTitle title) => album is not null && album.BaseKey != title.Key;

    // What is left of a title after its album's name is cut off counts only with that album: "Part 1" is on every album. After an artist's
    // name is cut off, it may still count.
    private static bool IsCutSure(TitleReading way, double? duration, double? album)
        => way.Kind is TitleReadingKind.AsWritten or TitleReadingKind.WithoutLength || album >= SameAlbum
            || (way.Kind == TitleReadingKind.WithoutAlbum
                ? duration >= 1 && !PartWords.IsNothingElse(way.Title.Key)
                : album is null || !PartWords.IsNothingElse(way.Title.Key));

    // 1 within the tolerance, falling to 0 at the warning threshold.
    private static double DurationScore(int difference)
        => Math.Max(0, 1 - ((double)Excess(difference) / (DurationWarningMs - DurationToleranceMs)));

    private static int Excess(int difference)
        => Math.Max(0, (difference < 0 ? Math.Max(0, -difference - TruncationMs) : difference) - DurationToleranceMs);

    private static bool IsVersionSure(VersionAgreement version, double? duration)
        => version == VersionAgreement.Same || duration >= 1;

    // A loosely matching title needs an agreeing length. A subtitle in brackets is accepted even if the length is unknown.
    private static bool IsTitleSure(TitleRelation relation, ParsedTitle track, ParsedTitle song, double? duration, bool onSameAlbum)
        => relation switch
        {
            TitleRelation.Equal => true,
            TitleRelation.Subtitle => duration >= 1 || (duration is null && !track.HasTail && !song.HasTail),
            TitleRelation.Article => duration >= 1 || onSameAlbum || track.SpokenKey.Count(c => c == ' ') >= 2,

            // If no length is known, the same album is accepted instead.
            TitleRelation.Transliterated or TitleRelation.Close or TitleRelation.SameWork => duration >= 1 || (duration is null && onSameAlbum),
            TitleRelation.ShortWordApart => duration >= 1,
            TitleRelation.EqualWithoutMarks or TitleRelation.OtherLetters or TitleRelation.Different => false,
        };

    // Very different lengths: only on the same album, and even then less than half a minute apart.
    private static bool IsDurationSure(int? difference, double? album)
        => difference is not { } apart
            || Math.Abs(apart) <= DurationWarningMs + TruncationMs
            || (album >= SameAlbum && Math.Abs(apart) <= 3 * DurationWarningMs);

    // Names in Han or Hangul against Latin names cannot be compared by letters.
    private static bool AreInScriptsApart(ArtistCredits a, ArtistCredits b)
        => (a.Names.All(IsLatin) && !b.Names.Any(IsLatin)) || (b.Names.All(IsLatin) && !a.Names.Any(IsLatin));

    private static bool IsLatin(ArtistName name) => name.Key.Any(c => c < '\u0250' && char.IsLetter(c));

    // The last folder and the file name, ignoring case and the kind of slash.
    private static bool SamePathTail(string? a, string? b)
        => PathTail(a) is { } left && PathTail(b) is { } right && left == right;

    private static string? PathTail(string? path)
    {
        var parts = path?.Split(['/', '\\'], StringSplitOptions.RemoveEmptyEntries) ?? [];
        return parts is [.., var folder, var file] ? TextNormalizer.MarkedKey($"{folder}/{file}") : null;
    }
}
