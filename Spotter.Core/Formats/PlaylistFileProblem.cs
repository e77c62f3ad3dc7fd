namespace Spotter.Core.Formats;

/// <summary>Why nothing can be imported from a file.</summary>
public enum PlaylistFileProblem
{
    /// <summary>It is a playlist file with an error in it.</summary>
    Broken,

    /// <summary>It is a playlist without tracks.</summary>
    Empty,

    /// <summary>It is not a playlist file.</summary>
    NotAPlaylist,

    /// <summary>It exceeds a limit (<see cref="PlaylistFileLimits"/>).</summary>
    TooLarge,

    /// <summary>It is a table, but only the user can tell which column is the title.</summary>
    UnknownTable,
}
