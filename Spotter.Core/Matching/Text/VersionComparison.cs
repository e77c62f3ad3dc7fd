namespace Spotter.Core.Matching.Text;

/// <summary>Compares versions as titles and albums together tell them: it does not matter where "live" is written.</summary>
public static class VersionComparison
{
    /// <summary>Whether track and song are the same version.</summary>
    /// <param name="track">What the track's title says.</param>
    /// <param name="trackAlbum">The track's album, or null.</param>
    /// <param name="song">What the song's title says.</param>
    /// <param name="songAlbum">The song's album, or null.</param>
    /// <param name="sameAlbum">Whether the albums are the same: what the album says is then true of both.</param>
    public static VersionAgreement Compare(TitleVersion track, AlbumName? trackAlbum, TitleVersion song, AlbumName? songAlbum, bool sameAlbum)
    {
        ArgumentNullException.ThrowIfNull(track);
        ArgumentNullException.ThrowIfNull(song);
        var whole = TitleVersion.Compare(Whole(track, trackAlbum), Whole(song, songAlbum));
        if (whole == VersionAgreement.Same)
        {
            return whole;
        }

        var titles = TitleVersion.Compare(track, song);
        if (whole == VersionAgreement.Unsure && titles == VersionAgreement.Same)
        {
            // Both say "live" and no more; that one album tells where takes nothing away.
            return titles;
        }

        return sameAlbum || AddOnlySessions(trackAlbum, songAlbum) ? (VersionAgreement)Math.Min((int)whole, (int)titles) : whole;
    }

    /// <summary>What title and album together say.</summary>
    public static TitleVersion Whole(TitleVersion title, AlbumName? album)
    {
        ArgumentNullException.ThrowIfNull(title);
        return album is null || album.Version.Kinds == VersionKinds.None
            ? title
            : new(title.Kinds | album.Version.Kinds, title.Qualifier.Count > 0 ? title.Qualifier : album.Version.Qualifier);
    }

    // "The Sun Sessions" hold what everybody calls the original: an album of sessions may answer for a session, but forbids nothing.
    private static bool AddOnlySessions(AlbumName? a, AlbumName? b)
        => (((a?.Version.Kinds ?? 0) | (b?.Version.Kinds ?? 0)) & ~VersionKinds.Session) == 0;
}
