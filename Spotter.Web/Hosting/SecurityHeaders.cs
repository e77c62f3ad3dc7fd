using Spotter.Web.Access;
using Spotter.Web.Settings;

namespace Spotter.Web.Hosting;

/// <summary>Tells browsers to run only what Spotter sends, and to show it in no frame.</summary>
public static class SecurityHeaders
{
    // MudBlazor and the Hangfire dashboard use style attributes for layout.
    private const string Pages =
        "default-src 'self'; script-src 'self'; style-src 'self' 'unsafe-inline'; img-src 'self' data: blob:; font-src 'self' data:; media-src 'self'; "
        + "connect-src 'self'; object-src 'none'; base-uri 'self'; form-action 'self'; frame-ancestors 'none'";

    /// <summary>For content from elsewhere, like covers: shown as an image, never run.</summary>
    public const string Foreign = "default-src 'none'; style-src 'unsafe-inline'; sandbox; frame-ancestors 'none'";

    // One year. Other names below the host are not Spotter's to decide about.
    private const string OnlyTls = "max-age=31536000";

    public static IApplicationBuilder UseSecurityHeaders(this IApplicationBuilder app)
    {
        var isOnlyTls = app.ApplicationServices.GetRequiredService<SpotterSettings>().PublicUrl?.Scheme == Uri.UriSchemeHttps;
        return app.Use((context, next) =>
        {
            // At the last moment, since an error page starts with cleared headers.
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                headers.TryAdd("Content-Security-Policy", Pages);
                headers.XContentTypeOptions = "nosniff";
                headers["Referrer-Policy"] = "same-origin";
                headers.XFrameOptions = "DENY";
                headers["Permissions-Policy"] = "camera=(), geolocation=(), microphone=()";
                headers["Cross-Origin-Resource-Policy"] = "same-origin";
                if (context.Request.IsHttps)
                {
                    // Without TLS, browsers only complain about it.
                    headers["Cross-Origin-Opener-Policy"] = "same-origin";
                }

                if (isOnlyTls)
                {
                    headers.StrictTransportSecurity = OnlyTls;
                }

                if (SpotterSchemes.IsForPrograms(context.Request.Path))
                {
                    headers.CacheControl = "no-store";
                }

                return Task.CompletedTask;
            });
            return next(context);
        });
    }
}
