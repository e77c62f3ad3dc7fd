using Microsoft.AspNetCore.Antiforgery;
using Microsoft.AspNetCore.Diagnostics;
using Spotter.Web.Addresses;
using Spotter.Web.Api;

namespace Spotter.Web.Hosting;

/// <summary>The pages for unknown addresses and errors. The API and the jobs dashboard have their own answers.</summary>
public static class ErrorPages
{
    public static IApplicationBuilder UseErrorPages(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandlingPath = SpotterUrls.Error,
            CreateScopeForErrors = true,
            StatusCodeSelector = StatusOf,
            SuppressDiagnosticsCallback = context => IsExplained(context.HttpContext, context.Exception),
        });
        return app.UseWhen(IsForPeople, pages => pages.UseStatusCodePagesWithReExecute(SpotterUrls.NotFound));
    }

    /// <summary>Shows the sign-in form again if its antiforgery token is outdated: after a restart with new keys, or after a sign-in in
    /// another tab.</summary>
    public static IApplicationBuilder UseFreshSignInForm(this IApplicationBuilder app)
        => app.Use((context, next) =>
        {
            if (context.Request.Path != SpotterUrls.SignInPath || context.Features.Get<IAntiforgeryValidationFeature>() is not { IsValid: false })
            {
                return next(context);
            }

            context.Response.StatusCode = StatusCodes.Status303SeeOther;
            context.Response.Headers.Location = $"{context.Request.PathBase}{context.Request.Path}{context.Request.QueryString}";
            return Task.CompletedTask;
        });

    // An unreadable request is the sender's fault and does not belong in the log.
    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        AntiforgeryValidationException => StatusCodes.Status400BadRequest,
        _ => DatabaseErrors.StatusOf(exception) ?? StatusCodes.Status500InternalServerError,
    };

    /// <summary>Whether the log needs no stack trace: the page says what is wrong.</summary>
    private static bool IsExplained(HttpContext context, Exception exception)
        => StatusOf(exception) < StatusCodes.Status500InternalServerError
            || DatabaseErrors.Tell(context, context.Features.Get<IExceptionHandlerPathFeature>()?.Path ?? context.Request.Path, exception);

    // A refused form keeps its own answer.
    private static bool IsForPeople(HttpContext context)
        => HttpMethods.IsGet(context.Request.Method)
            && context.Request.Headers.Accept.Any(accept => accept?.Contains("text/html", StringComparison.OrdinalIgnoreCase) is true)
            && !context.Request.Path.StartsWithSegments(SpotterUrls.Jobs);
}
