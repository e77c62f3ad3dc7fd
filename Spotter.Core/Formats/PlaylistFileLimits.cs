namespace Spotter.Core.Formats;

/// <summary>The limits of one imported file.</summary>
public static class PlaylistFileLimits
{
    /// <summary>The maximum size of a file in bytes, on its own or unpacked from an archive: 10 MB.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary><see cref="MaxBytes"/> in MB, for messages.</summary>
    public const int MaxMegabytes = 10;

    /// <summary>The maximum size of a play history in bytes. Spotify splits its extended histories at about 12 MB.</summary>
    public const int MaxHistoryBytes = 20 * 1024 * 1024;

    /// <summary>The maximum size in bytes of an archive, and of a collection that a program exports as XML with all its tracks: 200 MB.</summary>
    public const int MaxArchiveBytes = MaxArchiveMegabytes * 1024 * 1024;

    /// <summary><see cref="MaxArchiveBytes"/> in MB, for messages.</summary>
    public const int MaxArchiveMegabytes = 200;

    /// <summary>The maximum number of files in an archive.</summary>
    public const int MaxArchiveFiles = 5_000;

    /// <summary>The maximum number of bytes unpacked from one archive: 500 MB.</summary>
    public const long MaxUnpackedBytes = 500L * 1024 * 1024;

    /// <summary>The maximum number of bytes that one byte of an archive may unpack to, beyond the first <see cref="MaxBytes"/>. Text rarely
    /// exceeds 20.</summary>
    public const int MaxUnpackedRatio = 100;

    /// <summary>The maximum number of tracks in a file, over all its playlists.</summary>
    public const int MaxTracks = 20_000;

    /// <summary>The maximum number of tracks in an archive, and in a single file with everything that a service stores about a user.</summary>
    public const int MaxTracksOfMany = 100_000;

    /// <summary>The maximum length of one value (a cell, an element) in characters.</summary>
    public const int MaxCellLength = 10_000;

    /// <summary>The maximum length of a playlist's name in characters. Longer names are cut.</summary>
    public const int MaxNameLength = 200;
}
