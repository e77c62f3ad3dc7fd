namespace Spotter.Web.Hosting;

/// <summary>Makes redirects relative: the sender of a request controls its host header, and must not redirect anybody with it.</summary>
public static class RelativeRedirects
{
    public static IApplicationBuilder UseRelativeRedirects(this IApplicationBuilder app)
        => app.Use((context, next) =>
        {
            context.Response.OnStarting(() =>
            {
                var headers = context.Response.Headers;
                if (headers.Location is [{ } location] && Uri.TryCreate(location, UriKind.Absolute, out var address) && address.Scheme is "http" or "https"
                    && string.Equals(address.Authority, HostOf(context.Request), StringComparison.OrdinalIgnoreCase))
                {
                    headers.Location = address.PathAndQuery + address.Fragment;
                }

                return Task.CompletedTask;
            });
            return next(context);
        });

    // Uri leaves out the scheme's default port.
    private static string HostOf(HttpRequest request)
        => Uri.TryCreate($"{request.Scheme}://{request.Host.Value}", UriKind.Absolute, out var address) ? address.Authority : "";
}
