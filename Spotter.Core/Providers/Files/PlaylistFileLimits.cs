namespace Spotter.Core.Providers.Files;

/// <summary>How much one file may bring.</summary>
public static class PlaylistFileLimits
{
    /// <summary>The largest file in bytes: 10 MB.</summary>
    public const int MaxBytes = 10 * 1024 * 1024;

    /// <summary>The most tracks, over all playlists of the file.</summary>
    public const int MaxTracks = 20_000;

    /// <summary>The most characters of one value (a cell, an element).</summary>
    public const int MaxCellLength = 10_000;

    /// <summary>The most characters of a playlist's name; a longer one is cut.</summary>
    public const int MaxNameLength = 200;
}
