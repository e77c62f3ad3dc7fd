namespace Spotter.Core.Matching;

/// <summary>A user's permanent decision about a source track.</summary>
public enum PinKind
{
    /// <summary>The source track is that song.</summary>
    Pin,

    /// <summary>The source track is not that song.</summary>
    Rejection,

    /// <summary>The source track must never be matched.</summary>
    Never,
}
