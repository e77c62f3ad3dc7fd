namespace Spotter.Core.Providers;

/// <summary>The state of the server's change detector. A library stays valid as long as the stamp is the same as when it was
/// read.</summary>
/// <param name="Value">Release, last scan, song count and libraries in one opaque string. Null if the server has no detector.</param>
/// <param name="IsScanning">Whether a scan is running. Nothing that is read during a scan can be trusted.</param>
/// <param name="SongCount">The server's song count over all its libraries, or null. It may be more than this account sees. During a scan,
/// it is what the scan has seen so far.</param>
public sealed record LibraryStamp(string? Value, bool IsScanning, int? SongCount)
{
    /// <summary>Whether each scan changes the value. If only a changed count does, or nothing, equal values prove little.</summary>
    public bool MovesWithEveryScan { get; init; } = Value is not null;

    /// <summary>The server's release, with which its stamps begin. Null if stamps do not depend on the release.</summary>
    public string? Release { get; init; }

    /// <summary>Whether an earlier stamp comes from the server's current release: ids do not change within a release.</summary>
    public bool IsOfRelease(string? earlier) => Release is null || earlier?.StartsWith(Release + "|", StringComparison.Ordinal) is true;
}
