namespace Spotter.Core.Providers;

/// <summary>The progress of reading a library.</summary>
/// <param name="Read">The number of songs read so far.</param>
/// <param name="Total">The number of songs that the server counts, or null.</param>
public sealed record LibraryReadProgress(int Read, int? Total);
