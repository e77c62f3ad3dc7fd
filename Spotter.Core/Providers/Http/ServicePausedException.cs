using Spotter.Core.Facts;

namespace Spotter.Core.Providers.Http;

/// <summary>Nothing was sent: the service asked to be left alone.</summary>
/// <param name="reason">Why.</param>
/// <param name="until">Until when.</param>
internal sealed class ServicePausedException(Fact reason, DateTimeOffset until) : Exception(reason.ToString())
{
    public Fact Reason { get; } = reason;

    public DateTimeOffset Until { get; } = until;
}
