namespace Spotter.Core.Formats;

/// <summary>Why an entry of a file is no track of its playlist.</summary>
public enum LeftOutReason
{
    /// <summary>It has no title.</summary>
    NoTitle,

    /// <summary>It has a title, but nothing that tells the artist from it.</summary>
    NoArtist,

    /// <summary>It is a podcast episode or a piece of an audiobook.</summary>
    Spoken,

    /// <summary>It is something else than a track: an artist, an album, another object.</summary>
    NotATrack,

    /// <summary>The service has taken it away, or names it by a number alone.</summary>
    NoLongerNamed,

    /// <summary>It is a broadcast, which no library holds.</summary>
    Broadcast,
}
