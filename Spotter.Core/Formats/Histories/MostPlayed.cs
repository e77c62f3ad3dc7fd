namespace Spotter.Core.Formats.Histories;

/// <summary>The list to make from a play history.</summary>
/// <param name="Period">The plays that count.</param>
/// <param name="Length">The maximum number of tracks in the list, from 1 to <see cref="MostTracks"/>.</param>
public sealed record MostPlayed(PlayPeriod Period, int Length)
{
    /// <summary>The largest <see cref="Length"/>.</summary>
    public const int MostTracks = 1_000;

    /// <summary>The list if the user chose nothing: the hundred most played tracks of the whole history.</summary>
    public static MostPlayed Default { get; } = new(PlayPeriod.All, 100);

    /// <summary>Whether the length is valid.</summary>
    public bool IsUsable => Length is >= 1 and <= MostTracks;
}
