using Microsoft.AspNetCore.HttpOverrides;
using Spotter.Web.Settings;

namespace Spotter.Web.Addresses;

/// <summary>The address at which people reach Spotter through a proxy.</summary>
public static class PublicAddress
{
    private static readonly object RawHostKey = new();

    /// <summary>The host in the request itself, before the public address replaced it.</summary>
    public static HostString RawHostOf(HttpContext context) => context.Items[RawHostKey] is HostString raw ? raw : context.Request.Host;

    /// <summary>Uses what known proxies say about the visitor's address and the requested address.</summary>
    public static void UseKnownProxies(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SpotterSettings>();
        if (!settings.HasKnownProxies)
        {
            return;
        }

        var options = new ForwardedHeadersOptions
        {
            ForwardedHeaders = ForwardedHeaders.XForwardedFor | ForwardedHeaders.XForwardedProto | ForwardedHeaders.XForwardedHost | ForwardedHeaders.XForwardedPrefix,

            // Nobody knows how many of a network stand in a row. The first that is not trusted ends the search in any case.
            ForwardLimit = settings.KnownNetworks.Count > 0 ? null : settings.KnownProxies.Count,
        };
        options.KnownIPNetworks.Clear();
        options.KnownProxies.Clear();
        foreach (var proxy in settings.KnownProxies)
        {
            options.KnownProxies.Add(proxy);
        }

        foreach (var network in settings.KnownNetworks)
        {
            options.KnownIPNetworks.Add(network);
        }

        app.UseForwardedHeaders(options);
    }

    /// <summary>Replaces the address in the request with the public one.</summary>
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
            // Some proxies pass on the whole path, others without its prefix.
            app.UsePathBase(path);
            app.Use((context, next) =>
            {
                context.Request.PathBase = path;
                return next(context);
            });
        }
    }
}
