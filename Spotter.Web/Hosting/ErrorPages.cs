using Spotter.Web.Components;

namespace Spotter.Web.Hosting;

/// <summary>What people see where there is nothing, or something went wrong. The API and the jobs dashboard answer for themselves.</summary>
public static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(error => error.Run(context =>
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            return context.Response.WriteAsync(
                "<!DOCTYPE html><html lang=\"en\"><title>Spotter</title><h1>Something went wrong</h1>"
                + "<p>Nothing was changed by loading this page. The server's log says more.</p><p><a href=\"./\">To your playlists</a></p>");
        }));
        return app.UseWhen(IsForPeople, pages => pages.UseStatusCodePagesWithReExecute(SpotterUrls.NotFound));
    }

    // A form that was refused keeps its own answer.
    private static bool IsForPeople(HttpContext context)
        => HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true)
            && !context.Request.Path.StartsWithSegments(SpotterUrls.Jobs);
}
