using System.Net;
using Spotter.Web.Settings;

namespace Spotter.Web.Addresses;

/// <summary>
/// The host names that Spotter answers to if it has a public address: that one, and names that nobody outside can point here (IP addresses,
/// names of the local network). This prevents DNS rebinding by foreign pages. The setting AllowedHosts replaces this rule.
/// </summary>
public static class HostNames
{
    /// <summary>The setting that ASP.NET Core itself reads.</summary>
    public const string Setting = "AllowedHosts";

    private static readonly string[] LocalEndings = [".localhost", ".local", ".lan", ".internal", ".home.arpa"];

    public static void UseHostNames(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SpotterSettings>();
        if (settings.PublicUrl is not { } publicUrl || app.Configuration[Setting] is not (null or "" or "*"))
        {
            return;
        }

        app.Use((context, next) => IsOwn(context.Request.Host.Host, publicUrl.IdnHost)
            ? next(context)
            : TypedResults.Problem(
                $"Spotter does not answer to this name, only to {publicUrl.IdnHost}. You can add another name to the setting {Setting}.",
                statusCode: StatusCodes.Status400BadRequest).ExecuteAsync(context));
    }

    /// <summary>Whether the name can only mean this installation.</summary>
    public static bool IsOwn(string name, string publicName)
        => string.Equals(name, publicName, StringComparison.OrdinalIgnoreCase)
            || !name.Contains('.', StringComparison.Ordinal)
            || IPAddress.TryParse(name.Trim('[', ']'), out _)
            || LocalEndings.Any(ending => name.EndsWith(ending, StringComparison.OrdinalIgnoreCase));
}
