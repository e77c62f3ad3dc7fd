namespace Spotter.Core.Mixtapes;

/// <summary>How large what a user writes may be.</summary>
public static class MixtapeLimits
{
    /// <summary>Characters of a prompt or of a persona's text.</summary>
    public const int Text = 1_000;

    /// <summary>Characters of a name.</summary>
    public const int Name = 80;

    /// <summary>Songs at least.</summary>
    public const int LeastSongs = 5;

    /// <summary>Songs at most.</summary>
    public const int MostSongs = 100;

    /// <summary>Mixtapes, and personas, of one user.</summary>
    public const int Rows = 100;
}
