using Microsoft.AspNetCore.HttpOverrides;

namespace Spotter.Web.Hosting;

/// <summary>Under which address people reach Spotter when a proxy stands before it.</summary>
public static class PublicAddress
{
    public static void UsePublicAddress(this WebApplication app)
    {
        var settings = app.Services.GetRequiredService<SpotterSettings>();
        if (settings.KnownProxies.Count > 0)
        {
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

        if (settings.PublicUrl is { } publicUrl)
        {
            var host = HostString.FromUriComponent(publicUrl);
            app.Use((context, next) =>
            {
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
}
