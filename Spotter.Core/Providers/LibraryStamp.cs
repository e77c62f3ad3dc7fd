namespace Spotter.Core.Providers;

/// <summary>The server's change detector: two equal stamps mean that a library read before is still good.</summary>
/// <param name="Value">Release, last scan, count and libraries in one opaque string; null where the server has no detector.</param>
/// <param name="IsScanning">Whether a scan is under way; what is read meanwhile is not to be trusted.</param>
/// <param name="SongCount">What the server counts, over all its libraries, or null. May be more than this account sees; during a scan, what the scan has seen so far.</param>
public sealed record LibraryStamp(string? Value, bool IsScanning, int? SongCount)
{
    /// <summary>Whether each scan moves the value. Where only a change of the count does, or nothing, equal values prove little.</summary>
    public bool MovesWithEveryScan { get; init; } = Value is not null;

    /// <summary>The server's release, with which its stamps begin; null where stamps of all releases are alike.</summary>
    public string? Release { get; init; }

    /// <summary>Whether the release that gave an earlier stamp is still the server's: between two of one release, ids stand still.</summary>
    public bool IsOfRelease(string? earlier) => Release is null || earlier?.StartsWith(Release + "|", StringComparison.Ordinal) is true;
}
