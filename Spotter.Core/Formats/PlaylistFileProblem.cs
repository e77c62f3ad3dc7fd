namespace Spotter.Core.Formats;

/// <summary>Why nothing can be imported from a file.</summary>
public enum PlaylistFileProblem
{
    /// <summary>It is a playlist that is broken somewhere.</summary>
    Broken,

    /// <summary>It is a playlist without any track.</summary>
    Empty,

    /// <summary>It is something else.</summary>
    NotAPlaylist,

    /// <summary>It is more than one import takes.</summary>
    TooLarge,

    /// <summary>It is a table, but which column is the title only the user can tell.</summary>
    UnknownTable,
}
