using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>A pause that a service asked for, for the whole installation. Stored, so that a restart does not forget it.</summary>
public sealed class ServicePause
{
    /// <summary>The kind of the service.</summary>
    public required string Kind { get; set; }

    /// <summary>The end of the pause.</summary>
    public DateTimeOffset Until { get; set; }

    /// <summary>The reason.</summary>
    public required Fact Reason { get; set; }
}
