namespace Spotter.Core.Matching;

/// <summary>Why a match is what it is: the deciding fact, one per result. The parts of the score say the rest.</summary>
public enum MatchReason
{
    /// <summary>The user pinned this song.</summary>
    Pinned,

    /// <summary>The user pinned a song that is no longer in the library.</summary>
    PinnedSongGone,

    /// <summary>The user said that this track is never to be matched.</summary>
    NeverMatch,

    /// <summary>Same recording code, and title or duration agrees.</summary>
    SameIsrc,

    /// <summary>Same MusicBrainz recording, and title or duration agrees.</summary>
    SameRecordingMbid,

    /// <summary>The path of the file is the song's own.</summary>
    SamePath,

    /// <summary>An identifier agrees, but title and duration both disagree.</summary>
    IdentifierConflict,

    /// <summary>Same title, artist and version.</summary>
    SameTitleAndArtist,

    /// <summary>Close title, artist and version.</summary>
    CloseTitleAndArtist,

    /// <summary>Title and artist stand in each other's place, and are then the same.</summary>
    SidesSwapped,

    /// <summary>Found under another name or code of the track, as MusicBrainz knows it.</summary>
    OtherName,

    /// <summary>The right song, but another version of it.</summary>
    DifferentVersion,

    /// <summary>The right song, but one side does not say which version it is.</summary>
    VersionUnsure,

    /// <summary>A likely song whose artist may be another.</summary>
    ArtistUnsure,

    /// <summary>A likely song whose title may be another.</summary>
    TitleUnsure,

    /// <summary>A likely song that is too much longer or shorter.</summary>
    LengthUnsure,

    /// <summary>Two different recordings fit almost equally well.</summary>
    TooCloseToCall,

    /// <summary>A likely song, but not sure enough to write.</summary>
    NotSureEnough,

    /// <summary>Nothing in the library comes close.</summary>
    NotInLibrary,
}
