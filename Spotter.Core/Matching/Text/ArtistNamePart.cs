namespace Spotter.Core.Matching.Text;

/// <summary>How a name was taken from an artist line; the earlier, the surer.</summary>
public enum ArtistNamePart
{
    /// <summary>The whole of a credit.</summary>
    Whole,

    /// <summary>One of a list: between commas, semicolons, "feat.".</summary>
    Listed,

    /// <summary>One side of an "and", which is more often a band's name than a list.</summary>
    Joined,
}
