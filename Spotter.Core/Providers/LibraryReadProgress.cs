namespace Spotter.Core.Providers;

/// <summary>How far a library read has come.</summary>
/// <param name="Read">Songs read so far.</param>
/// <param name="Total">Songs that the server counts, or null.</param>
public sealed record LibraryReadProgress(int Read, int? Total);
