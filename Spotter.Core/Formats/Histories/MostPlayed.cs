namespace Spotter.Core.Formats.Histories;

/// <summary>What list a history of plays becomes.</summary>
/// <param name="Period">Which plays count.</param>
/// <param name="Length">How many tracks the list has at most; 1 to <see cref="MostTracks"/>.</param>
public sealed record MostPlayed(PlayPeriod Period, int Length)
{
    /// <summary>The longest list.</summary>
    public const int MostTracks = 1_000;

    /// <summary>Where nobody was asked: the hundred most played of all.</summary>
    public static MostPlayed Default { get; } = new(PlayPeriod.All, 100);

    /// <summary>Whether such a list can be made.</summary>
    public bool IsUsable => Length is >= 1 and <= MostTracks;
}
