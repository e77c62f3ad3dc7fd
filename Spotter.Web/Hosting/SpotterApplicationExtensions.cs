using Spotter.Web.Access;
using Spotter.Web.Addresses;
using Spotter.Web.Api;
using Spotter.Web.Components;
using Spotter.Web.Jobs;

namespace Spotter.Web.Hosting;

/// <summary>The order of the middleware, and the endpoints.</summary>
public static class SpotterApplicationExtensions
{
    public static WebApplication UseSpotter(this WebApplication app)
    {
        app.UseSecurityHeaders();
        app.UseRelativeRedirects();
        app.UseKnownProxies();
        app.UseHostNames();
        app.UsePublicUrl();
        app.UseForeignPages();
        app.UseCookiePrefixes();
        app.UseBodyCharsets();
        app.UseWhen(context => SpotterSchemes.IsForPrograms(context.Request.Path), api => api.UseApiErrors());
        app.UseWhen(context => !SpotterSchemes.IsForPrograms(context.Request.Path), pages => pages.UseErrorPages());
        app.UseRouting();
        app.UseAuthentication();
        app.UseAuthorization();
        app.UseUploads();
        app.UseAntiforgery();
        app.UseFreshSignInForm();

        app.MapStaticAssets().AllowAnonymous();

        // Its own policy would replace ours, which includes it.
        app.MapRazorComponents<App>().AddInteractiveServerRenderMode(options => options.ContentSecurityFrameAncestorsPolicy = null);
        app.MapSignOut();
        app.MapCovers();
        app.MapListen();
        app.MapSourceCallback();
        app.MapSpotterApi();
        app.MapJobsDashboard();
        app.MapSpotterHealth();
        return app;
    }
}
