namespace Spotter.Core.Providers.Http;

/// <summary>Nothing was sent: the service asked to be left alone.</summary>
/// <param name="reason">Why, in a sentence for people.</param>
/// <param name="until">Until when.</param>
internal sealed class ServicePausedException(string reason, DateTimeOffset until) : Exception(reason)
{
    public DateTimeOffset Until { get; } = until;
}
