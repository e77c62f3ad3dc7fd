using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>A service asked the whole installation to leave it alone for a while. Stored, so that a restart does not forget it.</summary>
public sealed class ServicePause
{
    /// <summary>The kind of the service.</summary>
    public required string Kind { get; set; }

    /// <summary>Until when.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>Why.</summary>
    public required Fact Reason { get; set; }
}
