namespace Spotter.Core.Mixtapes;

/// <summary>Limits on what users enter.</summary>
public static class MixtapeLimits
{
    /// <summary>The maximum number of characters of a prompt or of a persona's text.</summary>
    public const int Text = 1_000;

    /// <summary>The maximum number of characters of a name.</summary>
    public const int Name = 80;

    /// <summary>The minimum number of songs.</summary>
    public const int LeastSongs = 5;

    /// <summary>The maximum number of songs.</summary>
    public const int MostSongs = 100;

    /// <summary>The maximum number of mixtapes, and of personas, per user.</summary>
    public const int Rows = 100;
}
