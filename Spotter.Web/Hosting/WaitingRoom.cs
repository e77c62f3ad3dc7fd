using System.Net;
using System.Text.Json;
using Spotter.Core.Facts;
using Spotter.Core.Persistence;
using Spotter.Web.Access;
using Spotter.Web.Wording;

namespace Spotter.Web.Hosting;

/// <summary>
/// Answers in Spotter's place while the database server cannot be reached at start, for example when both machines start at once after a power cut.
/// Pages and the API say so, /healthz is healthy and /readyz is not. So nothing else has to handle a database that was never there.
/// </summary>
public sealed partial class WaitingRoom
{
    private static readonly TimeSpan LongestPause = TimeSpan.FromSeconds(15);

    /// <summary>Waits until the database can be reached. Returns at once if something else is wrong with it, which the start reports.</summary>
    /// <param name="configuration">The configuration, with the addresses at which Spotter listens.</param>
    /// <param name="database">The database to wait for.</param>
    /// <exception cref="OperationCanceledException">Spotter was told to stop.</exception>
    public static async Task WaitForDatabaseAsync(IConfiguration configuration, IDatabaseEngine database)
    {
        if (await database.FindAbsenceAsync(CancellationToken.None) is not { } absence)
        {
            return;
        }

        // Without this execution context, tools and tests that watch the start of this process do not mistake that host for Spotter's.
        Task waiting;
        using (ExecutionContext.SuppressFlow())
        {
            waiting = Task.Run(() => WaitAsync(configuration, database, absence));
        }

        await waiting;
    }

    private static async Task WaitAsync(IConfiguration configuration, IDatabaseEngine database, Exception absence)
    {
        await using var site = Build(configuration);
        var logger = site.Services.GetRequiredService<ILogger<WaitingRoom>>();
        var stopping = site.Lifetime.ApplicationStopping;
        await site.StartAsync(stopping);
        Log.Waits(logger, database.Place, absence.GetBaseException().Message);
        for (var pause = TimeSpan.FromSeconds(1); await database.FindAbsenceAsync(stopping) is not null; pause *= 2)
        {
            await Task.Delay(pause < LongestPause ? pause : LongestPause, TimeProvider.System, stopping);
        }

        Log.GoesOn(logger, database.Place);
        await site.StopAsync(stopping);
    }

    private static WebApplication Build(IConfiguration configuration)
    {
        var builder = WebApplication.CreateBuilder(["--hostBuilder:reloadConfigOnChange=false"]);
        builder.Configuration.AddConfiguration(configuration);
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.AddServerHeader = false);
        builder.Services.AddFactWording();
        var site = builder.Build();
        var sentence = site.Services.GetRequiredService<FactWording>().Say(new Fact.DatabaseAway()) ?? "";
        site.Run(context => AnswerAsync(context, sentence));
        return site;
    }

    private static Task AnswerAsync(HttpContext context, string sentence)
    {
        var cancellationToken = context.RequestAborted;
        context.Response.Headers.CacheControl = "no-store";
        if (context.Request.Path == "/healthz")
        {
            return context.Response.WriteAsync("Healthy", cancellationToken);
        }

        context.Response.StatusCode = StatusCodes.Status503ServiceUnavailable;
        context.Response.Headers.RetryAfter = "5";
        if (context.Request.Path == "/readyz")
        {
            return context.Response.WriteAsJsonAsync(
                new { status = "unhealthy", checks = new Dictionary<string, string> { ["database"] = "unhealthy" } }, JsonSerializerOptions.Web, cancellationToken);
        }

        if (SpotterSchemes.IsForPrograms(context.Request.Path))
        {
            return Results.Problem(sentence, statusCode: StatusCodes.Status503ServiceUnavailable).ExecuteAsync(context);
        }

        // It loads nothing else, and reloads itself.
        context.Response.ContentType = "text/html; charset=utf-8";
        context.Response.Headers.ContentSecurityPolicy = "default-src 'none'; style-src 'unsafe-inline'";
        return context.Response.WriteAsync(
            $$"""
            <!doctype html>
            <html lang="en">
            <head><meta charset="utf-8"><meta http-equiv="refresh" content="5"><title>Spotter is starting</title>
            <style>body { font: 1.1rem sans-serif; max-width: 36rem; margin: 4rem auto; padding: 0 1rem }</style></head>
            <body><main><h1>Spotter is starting</h1><p role="status">{{WebUtility.HtmlEncode(sentence)}}</p><p>This page tries again every five seconds.</p></main></body>
            </html>
            """,
            cancellationToken);
    }

    private static partial class Log
    {
        [LoggerMessage(EventId = 1, Level = LogLevel.Warning, Message = "The database {Place} cannot be reached ({Reason}). Spotter starts as soon as it can.")]
        public static partial void Waits(ILogger logger, string place, string reason);

        [LoggerMessage(EventId = 2, Level = LogLevel.Information, Message = "The database {Place} can be reached.")]
        public static partial void GoesOn(ILogger logger, string place);
    }
}
