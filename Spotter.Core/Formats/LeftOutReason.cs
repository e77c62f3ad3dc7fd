namespace Spotter.Core.Formats;

/// <summary>Why an entry of a file does not become a track.</summary>
public enum LeftOutReason
{
    /// <summary>It has no title.</summary>
    NoTitle,

    /// <summary>It has a title, but nothing separates the artist from it.</summary>
    NoArtist,

    /// <summary>It is a podcast episode or part of an audiobook.</summary>
    Spoken,

    /// <summary>It is not a track but an artist, an album or another object.</summary>
    NotATrack,

    /// <summary>The service has removed it, or the file has only its id.</summary>
    NoLongerNamed,

    /// <summary>It is a broadcast, which no library contains.</summary>
    Broadcast,
}
