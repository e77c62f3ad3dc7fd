namespace Spotter.Core.Matching;

/// <summary>
/// What speaks for a song being the recording asked for, weighed against the two other ways to explain a likeness: that it is another song, and
/// that it is another recording of the song. Natural logarithms of odds, so that independent evidence adds up.
/// </summary>
/// <param name="AgainstOtherSong">Odds against another song.</param>
/// <param name="AgainstOtherRecording">Odds against another recording of the same song.</param>
internal readonly record struct Evidence(double AgainstOtherSong, double AgainstOtherRecording)
{
    /// <summary>The probability that it is the recording.</summary>
    public double OfRecording => 1 / (1 + Math.Exp(-AgainstOtherSong) + Math.Exp(-AgainstOtherRecording));

    /// <summary>The probability that it is the song, in this recording or another.</summary>
    public double OfSong => 1 / (1 + Math.Exp(-AgainstOtherSong));

    public static Evidence operator +(Evidence a, Evidence b)
        => new(a.AgainstOtherSong + b.AgainstOtherSong, a.AgainstOtherRecording + b.AgainstOtherRecording);
}
