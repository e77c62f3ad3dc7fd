using System.Net;
using Spotter.Web.Settings;

namespace Spotter.Web.Addresses;

/// <summary>The addresses that the web server listens on. The demo, whose password everybody knows, stays on this machine unless configured
/// otherwise.</summary>
public static class ListenAddresses
{
    /// <summary>The address if none is configured.</summary>
    public const string Default = "http://127.0.0.1:5080";

    /// <summary>Applies the default if nothing is configured, and refuses a demo that is open to other machines.</summary>
    /// <exception cref="BadConfigurationException">The demo would be reachable from other machines.</exception>
    public static void Apply(WebApplicationBuilder builder, SpotterSettings settings)
    {
        var addresses = Find(builder.Configuration);
        if (addresses.Count == 0)
        {
            builder.WebHost.UseUrls(Default);
        }

        if (!settings.IsDemo || settings.AllowRemoteDemo)
        {
            return;
        }

        if (addresses.FirstOrDefault(address => !IsLoopback(address)) is { } open)
        {
            throw new BadConfigurationException(
                $"{open} would open the demo to other machines. Set Navidrome:BaseUrl to your music server, or Demo:AllowRemote to true.");
        }

        // Prevents DNS rebinding: a foreign page could otherwise use the demo from the user's browser.
        builder.Configuration[HostNames.Setting] = "localhost;127.0.0.1;[::1]";
    }

    /// <summary>Whether only this machine can reach the address.</summary>
    public static bool IsLoopback(string address)
        => Uri.TryCreate(address, UriKind.Absolute, out var uri)
            && (uri.Host == "localhost" || (IPAddress.TryParse(uri.Host.Trim('[', ']'), out var ip) && IPAddress.IsLoopback(ip)));

    /// <summary>The configured addresses; none if the default is used.</summary>
    public static IReadOnlyList<string> Find(IConfiguration configuration)
    {
        var endpoints = configuration.GetSection("Kestrel:Endpoints").GetChildren().Select(endpoint => endpoint["Url"]).OfType<string>();
        var urls = Split(configuration["urls"]);
        var ports = Split(configuration["http_ports"]).Select(port => $"http://*:{port}")
            .Concat(Split(configuration["https_ports"]).Select(port => $"https://*:{port}"));

        // The same precedence as in the web server: addresses win over ports.
        return [.. endpoints, .. urls.Length > 0 ? urls : ports];
    }

    private static string[] Split(string? list) => list?.Split(';', StringSplitOptions.RemoveEmptyEntries | StringSplitOptions.TrimEntries) ?? [];
}
