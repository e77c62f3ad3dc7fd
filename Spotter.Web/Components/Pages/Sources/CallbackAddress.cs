using Spotter.Web.Addresses;

namespace Spotter.Web.Components.Pages.Sources;

/// <summary>The address that a service redirects users to, exactly as it must be registered there, and whether it reaches this Spotter.</summary>
/// <param name="Address">The address.</param>
/// <param name="ReachesUs">False if Spotter is used without TLS: then the browser ends at an address that shows nothing, and the user pastes it.</param>
public sealed record CallbackAddress(Uri Address, bool ReachesUs)
{
    /// <summary>Services accept https, or http on a loopback IP address, and reject "localhost" (developer.spotify.com, "Redirect URIs").</summary>
    /// <param name="baseAddress">Where the user reaches Spotter, including a sub-path.</param>
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
