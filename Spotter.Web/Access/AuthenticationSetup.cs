using Microsoft.AspNetCore.Authentication;
using Microsoft.AspNetCore.Authentication.Cookies;
using Microsoft.AspNetCore.Authorization;
using Microsoft.AspNetCore.Components.Server.Circuits;
using Spotter.Core.Accounts;
using Spotter.Web.Addresses;

namespace Spotter.Web.Access;

/// <summary>Sets up who may see what: the browser's cookie, the API's credentials, and the rule that everything needs a sign-in unless it
/// says otherwise.</summary>
public static class AuthenticationSetup
{
    public static IServiceCollection AddSpotterAuthentication(this IServiceCollection services)
    {
        services.AddSingleton<SignInThrottle>();
        services.AddSingleton<SignInGate>();
        services.AddSingleton<AccessCheck>();
        services.AddSingleton<KnownDevices>();
        services.AddScoped<CircuitAccess>();
        services.AddScoped<CircuitHandler, CircuitAccessHandler>();
        services.AddSingleton<BasicCredentialCache>();
        services.AddAuthentication(SpotterSchemes.Choose)
            .AddPolicyScheme(SpotterSchemes.Choose, null, options => options.ForwardDefaultSelector = context => SpotterSchemes.For(context.Request))
            .AddCookie(SpotterSchemes.Cookie, ConfigureCookie)
            .AddScheme<AuthenticationSchemeOptions, BasicAuthenticationHandler>(SpotterSchemes.Basic, null);
        services.AddAntiforgery(options =>
        {
            options.Cookie.Name = "spotter-form";
            options.Cookie.SecurePolicy = CookieSecurePolicy.SameAsRequest;
        });
        services.AddAuthorizationBuilder()
            .SetFallbackPolicy(new AuthorizationPolicyBuilder().RequireAuthenticatedUser().Build())
            .AddPolicy(CurrentUser.AdminRole, policy => policy.RequireAuthenticatedUser().RequireRole(CurrentUser.AdminRole));
        return services;
    }

    /// <summary>Starts the session after a sign-in on the sign-in page.</summary>
    public static async Task StartSessionAsync(this HttpContext context, Visitor visitor)
    {
        var services = context.RequestServices;
        var device = DeviceName.Of(context.Request.Headers.UserAgent);
        var session = await services.GetRequiredService<Sessions>()
            .BeginAsync(visitor.ToSignedIn(), device, context.Connection.RemoteIpAddress?.ToString(), CancellationToken.None);
        services.GetRequiredService<KnownDevices>().Remember(context, visitor.Name);
        await context.SignInAsync(
            SpotterSchemes.Cookie,
            (visitor with { SessionId = session }).ToPrincipal(SpotterSchemes.Cookie),
            new AuthenticationProperties { IsPersistent = true });
    }

    private static void ConfigureCookie(CookieAuthenticationOptions options)
    {
        options.Cookie.Name = "spotter";
        options.Cookie.HttpOnly = true;
        options.Cookie.SameSite = SameSiteMode.Lax;
        options.ExpireTimeSpan = Sessions.IdleFor;
        options.SlidingExpiration = true;
        options.LoginPath = SpotterUrls.SignInPath;
        options.AccessDeniedPath = SpotterUrls.AccessDenied;
        options.ReturnUrlParameter = "returnUrl";
        options.Events.OnValidatePrincipal = CheckSessionAsync;

        // The sign-in page redirects people itself: this would do so unescaped, which no header can hold.
        options.Events.OnRedirectToReturnUrl = _ => Task.CompletedTask;
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
                BasicChallenge.AddTo(context.HttpContext);
            }

            return Task.CompletedTask;
        };

    private static async Task CheckSessionAsync(CookieValidatePrincipalContext context)
    {
        var access = context.HttpContext.RequestServices.GetRequiredService<AccessCheck>();
        if (context.Principal is { } principal && Visitor.Find(principal) is { SessionId: not null } visitor
            && await access.HoldsAsync(visitor, isUse: true, context.HttpContext.RequestAborted))
        {
            return;
        }

        context.RejectPrincipal();
        await context.HttpContext.SignOutAsync(SpotterSchemes.Cookie);
    }
}
