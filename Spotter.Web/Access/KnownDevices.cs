using Microsoft.AspNetCore.DataProtection;

namespace Spotter.Web.Access;

/// <summary>
/// Browsers in which somebody has signed in before. A separate cookie that outlives the session lets the owner of a name sign in while
/// others guess passwords for it. It gives its holder as many tries as anybody else, and no more.
/// </summary>
public sealed class KnownDevices(IDataProtectionProvider protection)
{
    /// <summary>The name of the cookie.</summary>
    public const string CookieName = "spotter-device";

    /// <summary>How many people's names are remembered per browser.</summary>
    private const int MostNames = 8;

    private static readonly TimeSpan Lifetime = TimeSpan.FromDays(365);

    private readonly ITimeLimitedDataProtector _protector = protection.CreateProtector("Spotter.KnownDevices.v1").ToTimeLimitedDataProtector();

    /// <summary>The device's secret, or null if nobody with that name has signed in on it.</summary>
    public string? Find(HttpContext context, string userName)
        => Read(context) is [var secret, .. var names] && names.Contains(userName.Trim(), StringComparer.OrdinalIgnoreCase) ? $"{secret}:{userName.Trim()}" : null;

    /// <summary>Records that somebody has signed in on this device.</summary>
    public void Remember(HttpContext context, string userName)
    {
        var (secret, names) = Read(context) is [var known, .. var before] ? (known, before) : (Guid.NewGuid().ToString("N"), []);
        string[] all = [secret, userName, .. names.Where(name => !string.Equals(name, userName, StringComparison.OrdinalIgnoreCase)).Take(MostNames - 1)];
        context.Response.Cookies.Append(CookieName, _protector.Protect(string.Join('\n', all), Lifetime), new CookieOptions
        {
            HttpOnly = true,
            IsEssential = true,
            MaxAge = Lifetime,
            Path = context.Request.PathBase.HasValue ? context.Request.PathBase.Value : "/",
            SameSite = SameSiteMode.Lax,
            Secure = context.Request.IsHttps,
        });
    }

    private string[] Read(HttpContext context)
    {
        if (context.Request.Cookies[CookieName] is not { Length: > 0 } cookie)
        {
            return [];
        }

        try
        {
            return _protector.Unprotect(cookie).Split('\n');
        }
        catch (System.Security.Cryptography.CryptographicException)
        {
            // From other keys, too old, or made up: treated as an unknown device.
            return [];
        }
    }
}
