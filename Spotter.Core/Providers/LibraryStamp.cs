namespace Spotter.Core.Providers;

/// <summary>The server's change detector: two equal stamps mean that a library read before is still good.</summary>
/// <param name="Value">Server version, last scan and count in one opaque string; null where the server has no detector.</param>
/// <param name="IsScanning">Whether a scan is under way; what is read meanwhile is not to be trusted.</param>
/// <param name="SongCount">What the server counts, over all its libraries, or null. May be more than this account sees.</param>
public sealed record LibraryStamp(string? Value, bool IsScanning, int? SongCount);
