namespace Spotter.Core.Formats;

/// <summary>What a column of a table can be to Spotter.</summary>
public enum TableColumn
{
    /// <summary>Nothing.</summary>
    Ignored,

    /// <summary>The title of the track.</summary>
    Title,

    /// <summary>Its artist or artists.</summary>
    Artist,

    /// <summary>Its album.</summary>
    Album,

    /// <summary>Its length.</summary>
    Duration,

    /// <summary>Its recording code.</summary>
    Isrc,

    /// <summary>Its recording at MusicBrainz.</summary>
    RecordingMbid,

    /// <summary>Its address or id at a service.</summary>
    Link,

    /// <summary>The file that holds it.</summary>
    Path,

    /// <summary>The playlist that the row belongs to.</summary>
    Playlist,
}
