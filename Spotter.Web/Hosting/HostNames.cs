using System.Net;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>
/// Under which names Spotter answers where it has a public address: that one, and those that nobody outside can point here (addresses in numbers, names
/// of the local network). So no page elsewhere reaches it under a name of its own. The setting AllowedHosts takes this rule's place.
/// </summary>
public static class HostNames
{
    /// <summary>The setting, as ASP.NET Core itself reads it.</summary>
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
