namespace Spotter.Web.Components.Pages.Sources;

/// <summary>What looks wrong about a row. A higher value is worse.</summary>
[Flags]
public enum RowDoubts
{
    None = 0,

    /// <summary>It is much shorter or longer than a track.</summary>
    OddLength = 1,

    /// <summary>It has no artist.</summary>
    NoArtist = 2,

    /// <summary>It contains replacement or control characters.</summary>
    BrokenLetters = 4,
}
