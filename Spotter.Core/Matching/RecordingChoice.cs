using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching;

/// <summary>Which songs hold the same recording, and which of them to take: same album, no compilation, nearest length, quality, star, id.</summary>
internal sealed class RecordingChoice(TrackReading track) : IComparer<SongReading>
{
    /// <summary>Whether two songs of the library are one recording: same title, version and artists, and lengths that agree.</summary>
    public static bool IsSameRecording(SongReading a, SongReading b)
    {
        if (a.IsSameAs(b))
        {
            return true;
        }

        return TitleComparison.Compare(a.Title, b.Title).Relation is TitleRelation.Equal or TitleRelation.Subtitle or TitleRelation.SameWork
            && VersionComparison.Compare(a.Title.Version, a.Album, b.Title.Version, b.Album, sameAlbum: false) == VersionAgreement.Same
            && PerformerComparison.Compare(a.Title, a.Artists, b.Title, b.Artists) is PerformerAgreement.NotAsked or PerformerAgreement.Same
            && ArtistCredits.Similarity(a.Artists, b.Artists) >= MatchScorer.SameArtist
            && (IsSameDuration(a, b) || SongIdentity.SharesCode(a.Song, b.Song));
    }

    /// <inheritdoc/>
    public int Compare(SongReading? x, SongReading? y)
    {
        ArgumentNullException.ThrowIfNull(x);
        ArgumentNullException.ThrowIfNull(y);
        var order = AlbumAgreement(y).CompareTo(AlbumAgreement(x));
        order = order != 0 ? order : x.IsCompilation.CompareTo(y.IsCompilation);
        order = order != 0 ? order : SecondsApart(x).CompareTo(SecondsApart(y));
        order = order != 0 ? order : Quality(y).CompareTo(Quality(x));
        order = order != 0 ? order : y.Song.IsStarred.CompareTo(x.Song.IsStarred);
        return order != 0 ? order : string.CompareOrdinal(x.Id, y.Id);
    }

    private static bool IsSameDuration(SongReading a, SongReading b)
        => MatchScorer.DurationDifference(a.DurationMs, b.DurationMs) is not { } difference
            || Math.Abs(difference) <= MatchScorer.DurationToleranceMs;

    // The very edition before another edition of the same album.
    private int AlbumAgreement(SongReading song)
        => track.Album is null || song.Album is null ? 0
            : track.Album.Key == song.Album.Key ? 2
            : track.Album.BaseKey == song.Album.BaseKey ? 1
            : 0;

    // Whole seconds: below that it is rounding, not nearness.
    private int SecondsApart(SongReading song)
        => MatchScorer.DurationDifference(track.Track.DurationMs, song.DurationMs) is { } difference
            ? Math.Abs(difference) / 1000
            : int.MaxValue;

    private static int Quality(SongReading song)
        => song.Song.Suffix is { } suffix && MusicWords.LosslessSuffixes.Contains(suffix.ToLowerInvariant()) ? int.MaxValue : song.Song.BitRate ?? 0;
}
