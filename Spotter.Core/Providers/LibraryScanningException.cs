using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>The server is scanning, or began to during the read: nothing is wrong, the read is tried again when it has ended.</summary>
/// <param name="server">What it is called.</param>
/// <param name="seen">How many files the scan has seen so far, or null where the server does not say.</param>
public sealed class LibraryScanningException(ServerName server, int? seen) : Exception("The library is being scanned.")
{
    /// <summary>What to say.</summary>
    public Fact Reason => new Fact.Scanning(server);

    /// <summary>How many files the scan has seen so far, or null.</summary>
    public int? Seen => seen;
}
