using Microsoft.AspNetCore.Http;

namespace Spotter.Navidrome.Demo;

/// <summary>What a browser shows for the embedded server.</summary>
internal static class DemoPages
{
    private const string Page = """
        <!doctype html>
        <html lang="en">
        <meta charset="utf-8">
        <meta name="viewport" content="width=device-width">
        <title>Spotter's demo server</title>
        <style>
          body { font: 16px/1.6 system-ui, sans-serif; max-width: 34rem; margin: 12vh auto; padding: 0 1rem; color: #1d2730; background: #f5f7f8 }
          @media (prefers-color-scheme: dark) { body { color: #d8e0e6; background: #11171c } }
        </style>
        <h1>Spotter's demo server</h1>
        <p>This small music server belongs to Spotter's demo mode. It keeps invented songs and the playlists that Spotter writes, but it has no pages of its own and plays nothing.</p>
        <p>With a real Navidrome, this link would show the playlist there. Set <code>Navidrome__BaseUrl</code> and start Spotter again to use yours.</p>
        </html>
        """;

    public static async Task AnswerAsync(HttpContext context)
    {
        var path = context.Request.Path;
        if (path == "/ping")
        {
            context.Response.ContentType = "text/plain";
            await context.Response.WriteAsync(".");
            return;
        }

        if (path == "/" || path.StartsWithSegments("/app"))
        {
            context.Response.ContentType = "text/html; charset=utf-8";
            await context.Response.WriteAsync(Page);
            return;
        }

        // Read the rest, since a caller that is still sending does not read the answer.
        await context.Request.Body.CopyToAsync(Stream.Null, context.RequestAborted);
        context.Response.StatusCode = StatusCodes.Status404NotFound;
        context.Response.ContentType = "text/plain";
        await context.Response.WriteAsync("404 page not found\n");
    }
}
