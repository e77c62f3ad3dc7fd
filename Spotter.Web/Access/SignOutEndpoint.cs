using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Http.HttpResults;
using Spotter.Core.Accounts;
using Spotter.Web.Addresses;

namespace Spotter.Web.Access;

/// <summary>Ends the session. A form with an antiforgery token, so that no foreign page can do it.</summary>
public static class SignOutEndpoint
{
    public static IEndpointConventionBuilder MapSignOut(this IEndpointRouteBuilder endpoints)
        => endpoints.MapPost(SpotterUrls.SignOut, SignOutAsync).ExcludeFromDescription();

    private static async Task<Results<RedirectHttpResult, BadRequest>> SignOutAsync(HttpContext context, IAntiforgery antiforgery, Sessions sessions)
    {
        if (!await antiforgery.IsRequestValidAsync(context))
        {
            return TypedResults.BadRequest();
        }

        if (Visitor.Find(context.User) is { SessionId: { } session } visitor)
        {
            await sessions.EndAsync(visitor.UserId, session);
        }

        await context.SignOutAsync(SpotterSchemes.Cookie);
        return TypedResults.LocalRedirect($"~{SpotterUrls.SignInPath}");
    }
}
