namespace Spotter.Navidrome.Subsonic;

/// <summary>Applies the limits of <see cref="SubsonicTraffic"/>. It is the outermost handler, so that waiting does not count towards a
/// call's time limit.</summary>
internal sealed class SubsonicTrafficHandler(SubsonicTraffic traffic) : DelegatingHandler
{
    protected override Task<HttpResponseMessage> SendAsync(HttpRequestMessage request, CancellationToken cancellationToken)
        => traffic.SendAsync(request, () => base.SendAsync(request, cancellationToken), cancellationToken);
}
