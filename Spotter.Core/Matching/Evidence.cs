namespace Spotter.Core.Matching;

/// <summary>
/// The evidence that a song is the recording asked for, against the two other explanations of a similarity: it is another song, or it is
/// another recording of the song. Natural logarithms of odds, so that independent evidence adds up.
/// </summary>
/// <param name="AgainstOtherSong">The log odds against another song.</param>
/// <param name="AgainstOtherRecording">The log odds against another recording of the same song.</param>
internal readonly record struct Evidence(double AgainstOtherSong, double AgainstOtherRecording)
{
    /// <summary>The probability that it is this recording.</summary>
    public double OfRecording => 1 / (1 + Math.Exp(-AgainstOtherSong) + Math.Exp(-AgainstOtherRecording));

    /// <summary>The probability that it is the song, in this recording or another.</summary>
    public double OfSong => 1 / (1 + Math.Exp(-AgainstOtherSong));

    public static Evidence operator +(Evidence a, Evidence b)
        => new(a.AgainstOtherSong + b.AgainstOtherSong, a.AgainstOtherRecording + b.AgainstOtherRecording);
}
