using Microsoft.AspNetCore.Http.HttpResults;
using Spotter.Core.Providers;
using Spotter.Web.Access;

namespace Spotter.Web.Hosting;

/// <summary>Covers from the signed-in user's music server, so that the browser needs neither its address nor its credentials.</summary>
public static class CoversEndpoint
{
    private const int MaxSize = 1200;

    public static void MapCovers(this IEndpointRouteBuilder endpoints)
        => endpoints.MapGet("/covers/{coverArtId}", ReadAsync).ExcludeFromDescription();

    private static async Task<Results<FileContentHttpResult, NoContent, NotFound, StatusCodeHttpResult>> ReadAsync(
        string coverArtId, Visitor visitor, ProviderRegistry providers, HttpContext context, CancellationToken cancellationToken, int size = 300)
    {
        CoverImage? cover;
        try
        {
            var covers = await providers.FindAsync<ICoverReader>(ProviderKinds.Navidrome, visitor.AccountId, cancellationToken);
            cover = covers is null ? null : await covers.ReadCoverAsync(coverArtId, Math.Clamp(size, 16, MaxSize), cancellationToken);
        }
        catch (ProviderException exception)
        {
            return exception.Failure is ProviderFailure.NotFound
                ? TypedResults.NotFound()
                : TypedResults.StatusCode(StatusCodes.Status502BadGateway);
        }

        if (cover is null || !cover.ContentType.StartsWith("image/", StringComparison.OrdinalIgnoreCase))
        {
            // A missing picture is not an error: the page draws its own, and the browser's console stays quiet.
            context.Response.Headers.CacheControl = "private, max-age=600";
            return TypedResults.NoContent();
        }

        // An SVG can contain scripts, which must not run if it is opened on its own.
        context.Response.Headers.ContentSecurityPolicy = SecurityHeaders.Foreign;
        context.Response.Headers.CacheControl = "private, max-age=86400";
        return TypedResults.Bytes(cover.Bytes, cover.ContentType);
    }
}
