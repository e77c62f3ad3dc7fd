namespace Spotter.Core.Formats;

/// <summary>How much one file may bring.</summary>
public static class PlaylistFileLimits
{
    /// <summary>The largest file in bytes, alone or unpacked from an archive: 10 MB.</summary>
    public const int MaxBytes = MaxMegabytes * 1024 * 1024;

    /// <summary><see cref="MaxBytes"/> as people read it, in MB.</summary>
    public const int MaxMegabytes = 10;

    /// <summary>The largest archive in bytes, and the largest collection that a program exports as XML with all its tracks: 200 MB.</summary>
    public const int MaxArchiveBytes = MaxArchiveMegabytes * 1024 * 1024;

    /// <summary><see cref="MaxArchiveBytes"/> as people read it, in MB.</summary>
    public const int MaxArchiveMegabytes = 200;

    /// <summary>The most files in an archive.</summary>
    public const int MaxArchiveFiles = 5_000;

    /// <summary>The most bytes that are unpacked from one archive: 500 MB.</summary>
    public const long MaxUnpackedBytes = 500L * 1024 * 1024;

    /// <summary>How many bytes one byte of an archive may become, beyond the first <see cref="MaxBytes"/>: text rarely exceeds 20.</summary>
    public const int MaxUnpackedRatio = 100;

    /// <summary>The most tracks, over all playlists of the file.</summary>
    public const int MaxTracks = 20_000;

    /// <summary>The most tracks of an archive, and of the one file in which a service gives everything it has of a user.</summary>
    public const int MaxTracksOfMany = 100_000;

    /// <summary>The most characters of one value (a cell, an element).</summary>
    public const int MaxCellLength = 10_000;

    /// <summary>The most characters of a playlist's name; a longer one is cut.</summary>
    public const int MaxNameLength = 200;
}
