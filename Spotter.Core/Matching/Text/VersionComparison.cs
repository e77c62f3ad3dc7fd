namespace Spotter.Core.Matching.Text;

/// <summary>Compares versions from title and album together: it does not matter which of them says "live".</summary>
public static class VersionComparison
{
    /// <summary>Whether track and song are the same version.</summary>
    /// <param name="track">The version in the track's title.</param>
    /// <param name="trackAlbum">The track's album, or null.</param>
    /// <param name="song">The version in the song's title.</param>
    /// <param name="songAlbum">The song's album, or null.</param>
    /// <param name="sameAlbum">Whether the albums are the same, so that what the album says applies to both.</param>
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
            // Both say only "live". If just one album says where, that changes nothing.
            return titles;
        }

        return sameAlbum || AddOnlySessions(trackAlbum, songAlbum) ? (VersionAgreement)Math.Min((int)whole, (int)titles) : whole;
    }

    /// <summary>The version that title and album name together.</summary>
    public static TitleVersion Whole(TitleVersion title, AlbumName? album)
    {
        ArgumentNullException.ThrowIfNull(title);
        return album is null || album.Version.Kinds == VersionKinds.None
            ? title
            : new(title.Kinds | album.Version.Kinds, title.Qualifier.Count > 0 ? title.Qualifier : album.Version.Qualifier);
    }

    // "The Sun Sessions" contain what everybody calls the originals: an album of sessions can confirm a session but never rules one out.
    private static bool AddOnlySessions(AlbumName? a, AlbumName? b)
        => (((a?.Version.Kinds ?? 0) | (b?.Version.Kinds ?? 0)) & ~VersionKinds.Session) == 0;
}
