namespace Spotter.Core.Formats.Decisions;

/// <summary>The kind of a decision in a file.</summary>
public enum FiledKind
{
    /// <summary>The track is the song.</summary>
    Pin,

    /// <summary>The track is not the song.</summary>
    Rejection,

    /// <summary>The track is never matched.</summary>
    Never,
}
