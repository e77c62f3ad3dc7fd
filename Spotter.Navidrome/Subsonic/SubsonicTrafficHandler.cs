namespace Spotter.Navidrome.Subsonic;

/// <summary>Keeps calls within the limits of <see cref="SubsonicTraffic"/>; outermost, so that waiting for a turn is no part of a call's time.</summary>
internal sealed class SubsonicTrafficHandler(SubsonicTraffic traffic) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => traffic.SendAsync(request, () => base.SendAsync(request, cancellationToken), cancellationToken);
}
