using Spotter.Core.Providers;

namespace Spotter.Core.Accounts;

/// <summary>What is known of the server at an address.</summary>
public sealed class StoredServerProfile
{
    /// <summary>The address, as it stands in the configuration.</summary>
    public required string Address { get; set; }

    /// <summary>What it can do.</summary>
    public ServerProfile Profile { get; set; } = new();
}
