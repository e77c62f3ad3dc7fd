using System.Globalization;
using System.Text.Json;
using Microsoft.AspNetCore.Diagnostics;
using Microsoft.AspNetCore.Http.Features;
using Microsoft.AspNetCore.Http.HttpResults;
using Spotter.Core.Formats;
using Spotter.Core.Persistence;
using Spotter.Core.Providers;
using Spotter.Core.Sync;
using Spotter.Web.Wording;

namespace Spotter.Web.Api;

/// <summary>Makes every error of the API a problem detail (RFC 9457), whether it comes from an endpoint, the router, the server or a
/// bug.</summary>
public static class ApiErrors
{
    public static IApplicationBuilder UseApiErrors(this IApplicationBuilder app)
    {
        app.UseExceptionHandler(new ExceptionHandlerOptions
        {
            ExceptionHandler = context => Explain(context).ExecuteAsync(context),
            SuppressDiagnosticsCallback = context => StatusOf(context.Exception) != StatusCodes.Status500InternalServerError,
        });
        return app.UseStatusCodePages(context => Describe(context.HttpContext.Response.StatusCode).ExecuteAsync(context.HttpContext));
    }

    /// <summary>The answer if this user has no such playlist.</summary>
    public static ProblemHttpResult NoSuchPlaylist() => TypedResults.Problem("There is no such playlist.", statusCode: StatusCodes.Status404NotFound);

    private static ProblemHttpResult Explain(HttpContext context)
    {
        var exception = context.Features.GetRequiredFeature<IExceptionHandlerFeature>().Error;
        var status = StatusOf(exception);
        var wording = context.RequestServices.GetRequiredService<FactWording>();
        if (exception is ProviderException { RetryAt: { } retryAt })
        {
            context.Response.Headers.RetryAfter = retryAt.UtcDateTime.ToString("R", CultureInfo.InvariantCulture);
        }

        if (DatabaseTroubles.Of(exception) is { } trouble)
        {
            DatabaseErrors.Tell(context, context.Request.Path, exception);
            context.Response.Headers.RetryAfter = trouble is DatabaseTrouble.Busy or DatabaseTrouble.Away ? "5" : "60";
            return TypedResults.Problem(wording.Say(DatabaseFacts.Of(trouble)), statusCode: status);
        }

        return exception switch
        {
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest, InnerException: JsonException json }
                => TypedResults.Problem($"The body cannot be read as JSON: {json.Message}", statusCode: status),
            BadHttpRequestException { StatusCode: StatusCodes.Status400BadRequest } => TypedResults.Problem(exception.Message, statusCode: status),
            BadHttpRequestException => Describe(status),
            PlaylistFileException { Table: not null } refusal => TypedResults.Problem(
                $"{wording.Say(refusal.Refusal)} Or import it once in the browser (Sources, Import files) and say there which column is what: that holds here from then on.",
                statusCode: status),
            PlaylistFileException refusal => TypedResults.Problem(wording.Say(refusal.Refusal), statusCode: status),
            ProviderException failure => TypedResults.Problem(wording.Say(failure.Reason), statusCode: status),
            LibraryScanningException scan => TypedResults.Problem(wording.Say(scan.Reason), statusCode: status),
            _ => TypedResults.Problem("Something went wrong in Spotter. Its log has the details.", statusCode: status),
        };
    }

    private static int StatusOf(Exception exception) => exception switch
    {
        BadHttpRequestException bad => bad.StatusCode,
        PlaylistFileException { Problem: PlaylistFileProblem.TooLarge } => StatusCodes.Status413PayloadTooLarge,
        PlaylistFileException => StatusCodes.Status400BadRequest,
        LibraryScanningException => StatusCodes.Status503ServiceUnavailable,
        ProviderException { Failure: ProviderFailure.Unavailable } => StatusCodes.Status503ServiceUnavailable,
        ProviderException => StatusCodes.Status502BadGateway,
        _ => DatabaseErrors.StatusOf(exception) ?? StatusCodes.Status500InternalServerError,
    };

    private static ProblemHttpResult Describe(int statusCode) => TypedResults.Problem(
        statusCode switch
        {
            StatusCodes.Status400BadRequest => "The request cannot be read: its body or its address is not what Spotter expects. /openapi/v1.json describes it.",
            StatusCodes.Status404NotFound => "There is nothing at this address.",
            StatusCodes.Status405MethodNotAllowed => "This address does not accept this method.",
            StatusCodes.Status413PayloadTooLarge => "The body is too large. A playlist file may have 10 MB, an archive of them 200 MB.",
            StatusCodes.Status415UnsupportedMediaType => "The body has the wrong media type.",
            _ => null,
        },
        statusCode: statusCode);
}
