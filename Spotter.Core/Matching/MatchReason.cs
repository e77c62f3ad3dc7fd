namespace Spotter.Core.Matching;

/// <summary>The deciding fact of a match, one per result. The parts of the score say the rest.</summary>
public enum MatchReason
{
    /// <summary>The user pinned this song.</summary>
    Pinned,

    /// <summary>The user pinned a song that is no longer in the library.</summary>
    PinnedSongGone,

    /// <summary>The user said that this track must never be matched.</summary>
    NeverMatch,

    /// <summary>Same recording code, and title or length agrees.</summary>
    SameIsrc,

    /// <summary>Same MusicBrainz recording, and title or length agrees.</summary>
    SameRecordingMbid,

    /// <summary>The path of the file is the song's own.</summary>
    SamePath,

    /// <summary>An identifier agrees, but title and duration both disagree.</summary>
    IdentifierConflict,

    /// <summary>Same title, artist and version.</summary>
    SameTitleAndArtist,

    /// <summary>Similar title and artist, same version.</summary>
    CloseTitleAndArtist,

    /// <summary>Title and artist are swapped; swapped back, they are the same.</summary>
    SidesSwapped,

    /// <summary>Found under another name or code that MusicBrainz knows for the track.</summary>
    OtherName,

    /// <summary>Another version than the one asked for, which the playlist allows.</summary>
    AllowedVersion,

    /// <summary>Another length than the one asked for, which the playlist allows.</summary>
    AllowedLength,

    /// <summary>The right song, but a different version.</summary>
    DifferentVersion,

    /// <summary>The right song, but one side does not say which version it is.</summary>
    VersionUnsure,

    /// <summary>A likely song that may be by another artist.</summary>
    ArtistUnsure,

    /// <summary>A likely song that may have another title.</summary>
    TitleUnsure,

    /// <summary>A likely song that is much longer or shorter.</summary>
    LengthUnsure,

    /// <summary>Two different recordings fit almost equally well.</summary>
    TooCloseToCall,

    /// <summary>A likely song, but not sure enough to write.</summary>
    NotSureEnough,

    /// <summary>Nothing in the library is similar.</summary>
    NotInLibrary,
}
