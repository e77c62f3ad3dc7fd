using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>
/// Decides which songs hold the same recording, and which of them to take: same credit, same text, same album, no compilation, nearest
/// length, quality, star, id.
/// </summary>
internal sealed class RecordingChoice(TrackReading track) : IComparer<SongReading>
{
    private readonly string _credit = TextNormalizer.MarkedKey(track.CreditAsWritten);
    private readonly string _title = TextNormalizer.MarkedKey(track.Track.Title);

    /// <summary>Whether two songs of the library are one recording: same title, version and artists, and lengths that agree.</summary>
    public static bool IsSameRecording(SongReading a, SongReading b)
    {
        if (a.IsSameAs(b))
        {
            return true;
        }

        return TitleComparison.Compare(a.Title, b.Title).Relation is TitleRelation.Equal or TitleRelation.Article or TitleRelation.Subtitle or TitleRelation.SameWork
            && VersionComparison.Compare(a.Title.Version, a.Album, b.Title.Version, b.Album, sameAlbum: false) == VersionAgreement.Same
            && PerformerComparison.Compare(a.Title, a.Artists, b.Title, b.Artists) is PerformerAgreement.NotAsked or PerformerAgreement.Same
            && ArtistSimilarity.Of(a.Artists, b.Artists) >= MatchScorer.SameArtist
            && (IsSameDuration(a, b) || SongIdentity.SharesCode(a.Song, b.Song));
    }

    /// <inheritdoc/>
    public int Compare(SongReading? x, SongReading? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = EntryAgreement(y).CompareTo(EntryAgreement(x));
        order = order != 0 ? order : CreditAgreement(y).CompareTo(CreditAgreement(x));
        order = order != 0 ? order : TitleAgreement(y).CompareTo(TitleAgreement(x));
        order = order != 0 ? order : AlbumAgreement(y).CompareTo(AlbumAgreement(x));
        order = order != 0 ? order : x.IsCompilation.CompareTo(y.IsCompilation);
        order = order != 0 ? order : SecondsApart(x).CompareTo(SecondsApart(y));
        order = order != 0 ? order : Quality(y).CompareTo(Quality(x));
        order = order != 0 ? order : y.Song.IsStarred.CompareTo(x.Song.IsStarred);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }

    private static bool IsSameDuration(SongReading a, SongReading b)
        => MatchScorer.DurationDifference(a.DurationMs, b.DurationMs) is not { } difference
            || Math.Abs(difference) <= MatchScorer.DurationToleranceMs;

    // The credit as written, then the same names joined differently: the duet is not the solo.
    private int CreditAgreement(SongReading song)
        => _credit.Length == 0 ? 0
            : song.Song.Artist == track.CreditAsWritten ? 4
            : song.Song.Artists.SequenceEqual(track.Track.Artists) ? 3
            : TextNormalizer.MarkedKey(song.Song.Artist) == _credit || TextNormalizer.MarkedKey(string.Join(", ", song.Song.Artists)) == _credit ? 2
            : track.Artists.Joined == ArtistCredits.Of([.. song.Song.Artists, song.Song.Artist], song.Title.Featured).Joined ? 1
            : 0;

    // Exactly the text, then the same words including decoration: "Evenfall (Mono)" may exist beside "Evenfall".
    private int TitleAgreement(SongReading song)
        => song.WholeTitle == track.Track.Title ? 2 : TextNormalizer.MarkedKey(song.WholeTitle) == _title ? 1 : 0;

    // Exactly the edition before another edition of the same album.
    private int AlbumAgreement(SongReading song)
        => track.Album is null || song.Album is null ? 0
            : track.Album.Key == song.Album.Key ? 2
            : track.Album.BaseKey == song.Album.BaseKey ? 1
            : 0;

    // Songs that agree exactly, and among those the ones that are equally long to the millisecond: the source has this very entry.
    private int EntryAgreement(SongReading song)
        => !track.IsEntry(song) ? 0 : MatchScorer.DurationDifference(track.Track.DurationMs, song.DurationMs) == 0 ? 2 : 1;

    // Whole seconds: smaller differences are rounding.
    private int SecondsApart(SongReading song)
        => MatchScorer.DurationDifference(track.Track.DurationMs, song.DurationMs) is { } difference
            ? Math.Abs(difference) / 1000
            : int.MaxValue;

    private static int Quality(SongReading song)
        => song.Song.Suffix is { } suffix && MusicWords.LosslessSuffixes.Contains(suffix.ToLowerInvariant()) ? int.MaxValue : song.Song.BitRate ?? 0;
}
