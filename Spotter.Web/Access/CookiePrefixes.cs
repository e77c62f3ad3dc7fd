using Microsoft.Extensions.Primitives;

namespace Spotter.Web.Access;

/// <summary>
/// With TLS, Spotter's cookies are named __Host-… or, below a path of a shared host, __Secure-…. Browsers accept those only from this host
/// and only over TLS, so that no neighbour can replace them with its own. Inside Spotter, the names have no prefix.
/// </summary>
public static class CookiePrefixes
{
    private const string Own = "spotter";
    private const string SecureAttribute = "; secure";

    public static IApplicationBuilder UseCookiePrefixes(this IApplicationBuilder app)
        => app.Use((context, next) =>
        {
            if (!context.Request.IsHttps)
            {
                return next(context);
            }

            var prefix = context.Request.PathBase.HasValue ? "__Secure-" : "__Host-";
            context.Request.Headers.Cookie = Received(context.Request.Headers.Cookie, prefix);
            context.Response.OnStarting(() =>
            {
                context.Response.Headers.SetCookie = Sent(context.Response.Headers.SetCookie, prefix);
                return Task.CompletedTask;
            });
            return next(context);
        });

    /// <summary>The request's cookies, with ours under their plain names. A cookie of ours without the prefix is ignored.</summary>
    public static StringValues Received(StringValues header, string prefix)
    {
        var cookies = header.SelectMany(line => (line ?? "").Split(';', StringSplitOptions.TrimEntries | StringSplitOptions.RemoveEmptyEntries))
            .Where(cookie => !cookie.StartsWith(Own, StringComparison.Ordinal))
            .Select(cookie => cookie.StartsWith(prefix + Own, StringComparison.Ordinal) ? cookie[prefix.Length..] : cookie)
            .ToList();
        return cookies.Count == 0 ? StringValues.Empty : string.Join("; ", cookies);
    }

    /// <summary>The answer's cookies, with ours under their prefixed names.</summary>
    public static StringValues Sent(StringValues header, string prefix)
        => new([.. header.Select(cookie => cookie is null || !cookie.StartsWith(Own, StringComparison.Ordinal)
            ? cookie
            : prefix + cookie + (cookie.Contains(SecureAttribute, StringComparison.OrdinalIgnoreCase) ? "" : SecureAttribute))]);
}
