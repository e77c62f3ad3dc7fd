namespace Spotter.Core.Matching.Text;

/// <summary>How a name was taken from an artist line, most certain first.</summary>
public enum ArtistNamePart
{
    /// <summary>A whole credit.</summary>
    Whole,

    /// <summary>One name of a list: between commas, semicolons, "feat.".</summary>
    Listed,

    /// <summary>One side of an "and", which is more often part of a band's name than of a list.</summary>
    Joined,
}
