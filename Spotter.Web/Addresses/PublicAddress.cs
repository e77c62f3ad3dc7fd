using Microsoft.AspNetCore.HttpOverrides;
using Spotter.Web.Settings;

namespace Spotter.Web.Addresses;

/// <summary>Under which address people reach Spotter when a proxy stands before it.</summary>
public static class PublicAddress
{
    private static readonly object RawHostKey = new();

    /// <summary>The host that the request itself names, before the public address was put in its place.</summary>
    public static HostString RawHostOf(HttpContext context) => context.Items[RawHostKey] is HostString raw ? raw : context.Request.Host;

    /// <summary>Believes what known proxies say of the visitor's address and of the address that the visitor asked for.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SpotterSettings>();
        if (settings.KnownProxies.Count == 0)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost,
            ForwardLimit = settings.KnownProxies.Count,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in settings.KnownProxies)
        {
            options.KnownProxies.Add(proxy);
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>Puts the public address in the place of whatever the request names.</summary>
    public static void UsePublicUrl(this WebApplication app)
    {
        if (app.Services.GetRequiredService<SpotterSettings>().PublicUrl is not { } publicUrl)
        {
            return;
        }

        var host = HostString.FromUriComponent(publicUrl);
        app.Use((context, next) =>
        {
            context.Items[RawHostKey] = context.Request.Host;
            context.Request.Scheme = publicUrl.Scheme;
            context.Request.Host = host;
            return next(context);
        });
        if (publicUrl.AbsolutePath.TrimEnd('/') is { Length: > 0 } path)
        {
            // Some proxies pass the path on as it is, some without its prefix.
            app.UsePathBase(path);
            app.Use((context, next) =>
            {
                context.Request.PathBase = path;
                return next(context);
            });
        }
    }
}
