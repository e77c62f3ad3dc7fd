namespace Spotter.Core.Providers;

/// <summary>The server is scanning, or began to during the read: nothing is wrong, the read is tried again when it has ended.</summary>
public sealed class LibraryScanningException() : Exception("The music server is scanning its library.");
