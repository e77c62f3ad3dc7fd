namespace Spotter.Core.Providers;

/// <summary>What a music server shall make of a song for a player that cannot play the file itself.</summary>
/// <param name="Format">The format's name in the protocol ("mp3").</param>
/// <param name="MaxBitRate">The maximum bit rate in kilobits per second.</param>
/// <param name="From">Where to start, in whole seconds. A server that cannot do that starts at the beginning.</param>
public sealed record SongConversion(string Format, int MaxBitRate, int From)
{
    /// <summary>MP3, which every browser plays, at a bit rate that does not disturb a comparison by ear.</summary>
    /// <param name="from">Where to start, in whole seconds.</param>
    public static SongConversion ToMp3(int from) => new("mp3", 192, from);
}
