using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.EntityFrameworkCore;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Persistence;
using Spotter.Web.Components;

namespace Spotter.Web.Hosting;

/// <summary>Who may see what: the browser's cookie, the API's credentials, and the rule that everything is closed unless it says otherwise.</summary>
public static class AuthenticationSetup
{
    private static readonly TimeSpan SessionLength = TimeSpan.FromDays(30);

    public static IServiceCollection AddSpotterAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<Entrance>();
        services.AddSingleton<BasicCredentialCache>();
        services.AddAuthentication(SpotterSchemes.Choose)
            .AddPolicyScheme(SpotterSchemes.Choose, null, options => options.ForwardDefaultSelector = context => SpotterSchemes.For(context.Request))
            .AddCookie(SpotterSchemes.Cookie, ConfigureCookie)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthenticationHandler>(SpotterSchemes.Basic, null);
        services.AddAntiforgery(options => options.Cookie.Name = "spotter-form");
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(CurrentUser.AdminRole, policy => policy.RequireAuthenticatedUser().RequireRole(CurrentUser.AdminRole));
        return services;
    }

    /// <summary>The session that the sign-in page starts.</summary>
    public static Task StartSessionAsync(this HttpContext context, Visitor visitor)
        => context.SignInAsync(SpotterSchemes.Cookie, visitor.ToPrincipal(SpotterSchemes.Cookie), new AuthenticationProperties { IsPersistent = true });

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "spotter";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = SessionLength;
        options.SlidingExpiration = true;
        options.LoginPath = SpotterUrls.SignInPath;
        options.AccessDeniedPath = SpotterUrls.AccessDenied;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = CheckAccountAsync;
        options.Events.OnRedirectToLogin = RedirectPeopleOnly(options.Events.OnRedirectToLogin, StatusCodes.Status401Unauthorized);
        options.Events.OnRedirectToAccessDenied = RedirectPeopleOnly(options.Events.OnRedirectToAccessDenied, StatusCodes.Status403Forbidden);
    }

    private static Func<RedirectContext<CookieAuthenticationOptions>, Task> RedirectPeopleOnly(
        Func<RedirectContext<CookieAuthenticationOptions>, Task> redirect, int statusCode)
        => context =>
        {
            if (!SpotterSchemes.IsForPrograms(context.Request.Path))
            {
                return redirect(context);
            }

            context.Response.StatusCode = statusCode;
            if (statusCode == StatusCodes.Status401Unauthorized)
            {
                context.Response.Headers.WWWAuthenticate = BasicAuthenticationHandler.Challenge;
            }

            return Task.CompletedTask;
        };

    // A cookie outlives a database and a change of the server's address: our ids in it may by then mean somebody else.
    private static async Task CheckAccountAsync(CookieValidatePrincipalContext context)
    {
        if (context.Principal is { } principal && Visitor.Find(principal) is { } visitor)
        {
            var services = context.HttpContext.RequestServices;
            var contexts = services.GetRequiredService<IDbContextFactory<SpotterDbContext>>();
            await using var db = await contexts.CreateDbContextAsync(context.HttpContext.RequestAborted);
            var account = await db.Accounts
                .Where(a => a.Id == visitor.AccountId && a.UserId == visitor.UserId && a.UserName == visitor.Name)
                .Select(a => new { a.ServerUrl, a.IsAdmin })
                .SingleOrDefaultAsync(context.HttpContext.RequestAborted);

            // The demo's server has another port at each start, and no other users.
            var server = services.GetRequiredService<IOptions<ServerOptions>>().Value.BaseUrl;
            var isSameServer = services.GetRequiredService<DemoMode>().IsDemo || account?.ServerUrl == server;
            if (account?.IsAdmin == visitor.IsAdmin && isSameServer)
            {
                return;
            }
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SpotterSchemes.Cookie);
    }
}
