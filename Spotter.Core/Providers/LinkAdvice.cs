using Spotter.Core.Facts;

namespace Spotter.Core.Providers;

/// <summary>What is possible for a link whose playlist cannot be read from it.</summary>
/// <param name="What">What stands in the way and what to do.</param>
public sealed record LinkAdvice(Fact What)
{
    /// <summary>The kind of the service to connect, or null if that does not help.</summary>
    public string? ConnectKind { get; init; }

    /// <summary>Whether an exported file helps.</summary>
    public bool SuggestsFile { get; init; }
}
