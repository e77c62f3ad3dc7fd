namespace Spotter.Web.Components.Pages.Sources;

/// <summary>What looks wrong about a row; the greater, the worse.</summary>
[Flags]
public enum RowDoubts
{
    /// <summary>Nothing.</summary>
    None = 0,

    /// <summary>It is much shorter or longer than tracks are.</summary>
    OddLength = 1,

    /// <summary>Nobody is named as its artist.</summary>
    NoArtist = 2,

    /// <summary>It holds characters that stand for letters nobody could read.</summary>
    BrokenLetters = 4,
}
