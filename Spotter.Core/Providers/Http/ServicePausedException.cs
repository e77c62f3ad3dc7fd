using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>Nothing was sent, because the service asked for a pause.</summary>
/// <param name="reason">The reason for the pause.</param>
/// <param name="until">The end of the pause.</param>
internal sealed class ServicePausedException(Fact reason, DateTimeOffset until) : Exception(reason.ToString())
{
    public Fact Reason { get; } = reason;

    public DateTimeOffset Until { get; } = until;
}
