using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>What is known about the server at an address.</summary>
public sealed class StoredServerProfile
{
    /// <summary>The address, as configured.</summary>
    public required string Address { get; set; }

    /// <summary>What it can do.</summary>
    public ServerProfile Profile { get; set; } = new();
}
