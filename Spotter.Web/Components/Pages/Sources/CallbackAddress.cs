using Spotter.Web.Addresses;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Where a service sends people back to, exactly as it must be registered there, and whether that reaches this Spotter.</summary>
/// <param name="Address">The address.</param>
/// <param name="ReachesUs">False where Spotter is reached without TLS: then the browser ends at an address that shows nothing, and the user pastes it.</param>
public sealed record CallbackAddress(Uri Address, bool ReachesUs)
{
    /// <summary>
    /// Services take https, or http on a loopback address written as a number, and refuse "localhost" (developer.spotify.com, "Redirect URIs").
    /// </summary>
    /// <param name="baseAddress">Where the user reaches Spotter, a sub-path included.</param>
    /// <param name="kind">The service.</param>
    public static CallbackAddress For(Uri baseAddress, string kind)
    {
        var path = SpotterUrls.SourceCallback(kind);
        return (baseAddress.Scheme, baseAddress.Host) switch
        {
            ("https", _) or (_, "127.0.0.1" or "[::1]") => new(new Uri(baseAddress, path), true),
            (_, "localhost") => new(new Uri(new UriBuilder(baseAddress) { Host = "127.0.0.1" }.Uri, path), true),
            _ => new(new Uri($"http://127.0.0.1/{path}"), false),
        };
    }
}
