namespace Spotter.Core.Providers;

/// <summary>How a music server tells that its library has changed.</summary>
public enum ChangeDetector
{
    /// <summary>It names the moment of the last scan.</summary>
    LastScan,

    /// <summary>It dates its index.</summary>
    IndexDate,

    /// <summary>It tells how many songs there are, so that only what comes and goes is seen.</summary>
    SongCount,

    /// <summary>It does not: the library is read again by the clock.</summary>
    None,
}
