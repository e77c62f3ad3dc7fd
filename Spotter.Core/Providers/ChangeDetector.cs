namespace Spotter.Core.Providers;

/// <summary>How a music server shows that its library has changed.</summary>
public enum ChangeDetector
{
    /// <summary>It reports the time of the last scan.</summary>
    LastScan,

    /// <summary>It reports the date of its index.</summary>
    IndexDate,

    /// <summary>It reports the number of songs, so that only additions and removals are seen.</summary>
    SongCount,

    /// <summary>It does not: the library is read again on schedule.</summary>
    None,
}
