using Spotter.Core.Targets;

namespace Spotter.Core.Providers;

/// <summary>The server is scanning, or began to during the read: nothing is wrong, the read is tried again when it has ended.</summary>
/// <param name="server">What it is called.</param>
/// <param name="seen">How many files the scan has seen so far, or null where the server does not say.</param>
public sealed class LibraryScanningException(ServerName server, int? seen) : Exception($"{server.AtStart} is scanning its library.")
{
    /// <summary>How many files the scan has seen so far, or null.</summary>
    public int? Seen => seen;
}
