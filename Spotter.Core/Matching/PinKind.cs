namespace Spotter.Core.Matching;

/// <summary>A user's lasting decisions about a source track.</summary>
public enum PinKind
{
    /// <summary>The source track is that song.</summary>
    Pin,

    /// <summary>The source track is not that song.</summary>
    Rejection,

    /// <summary>The source track is never to be matched.</summary>
    Never,
}
