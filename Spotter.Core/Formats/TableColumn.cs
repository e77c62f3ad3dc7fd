namespace Spotter.Core.Formats;

/// <summary>The meaning of a table's column.</summary>
public enum TableColumn
{
    /// <summary>The column is not used.</summary>
    Ignored,

    /// <summary>The title of the track.</summary>
    Title,

    /// <summary>Its artist or artists.</summary>
    Artist,

    /// <summary>Its album.</summary>
    Album,

    /// <summary>Its length.</summary>
    Duration,

    /// <summary>Its ISRC.</summary>
    Isrc,

    /// <summary>Its MusicBrainz recording id.</summary>
    RecordingMbid,

    /// <summary>Its address or id at a service.</summary>
    Link,

    /// <summary>The path of its audio file.</summary>
    Path,

    /// <summary>The playlist that the row belongs to.</summary>
    Playlist,
}
