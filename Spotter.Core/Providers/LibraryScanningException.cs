using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>The server is scanning, or began to during the read. Nothing is wrong: the read is tried again after the scan.</summary>
/// <param name="server">The server's name.</param>
/// <param name="seen">How many files the scan has seen so far, or null if the server does not say.</param>
public sealed class LibraryScanningException(ServerName server, int? seen) : Exception("The library is being scanned.")
{
    /// <summary>The fact to report.</summary>
    public Fact Reason => new Fact.Scanning(server);

    /// <summary>How many files the scan has seen so far, or null.</summary>
    public int? Seen => seen;
}
