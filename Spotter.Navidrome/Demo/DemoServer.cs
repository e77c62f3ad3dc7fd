using System.Net;
using System.Text.Json.Nodes;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;

namespace Spotter.Navidrome.Demo;

/// <summary>A small Subsonic server of our own that behaves like Navidrome: for the demo mode, and for tests.</summary>
public sealed class DemoServer : IAsyncDisposable
{
    /// <summary>Navidrome refuses bodies over ten mebibytes.</summary>
    private const long MaxBodyBytes = 10 * 1024 * 1024;

    private readonly WebApplication _app;
    private readonly DemoApi _api;

    private DemoServer(WebApplication app, DemoServerOptions options)
    {
        _app = app;
        Library = new DemoLibrary(options.Songs ?? DemoCatalog.Songs, options.Clock);
        Playlists = new DemoPlaylists(options.StatePath, options.Clock);
        _api = new DemoApi(Library, Playlists, options.Profile);
    }

    /// <summary>Where it listens, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>Its songs.</summary>
    public DemoLibrary Library { get; }

    /// <summary>Its playlists.</summary>
    public DemoPlaylists Playlists { get; }

    /// <summary>What it was asked.</summary>
    public DemoRequestLog Log { get; } = new();

    /// <summary>Asked before each request: what goes wrong with it, or null for nothing.</summary>
    public Func<DemoRequest, DemoFault?>? Fault { get; set; }

    /// <summary>Starts it on the loopback interface.</summary>
    public static async Task<DemoServer> StartAsync(DemoServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new DemoServerOptions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            kestrel.Limits.MaxRequestBodySize = MaxBodyBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        var app = builder.Build();
        var server = new DemoServer(app, options);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        server.BaseUrl = app.Urls.Single();
        return server;
    }

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        // Requests under way get a moment to end, and no more.
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(moment.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        if (!context.Request.Path.StartsWithSegments("/rest"))
        {
            await DemoPages.AnswerAsync(context);
            return;
        }

        var request = await DemoRequest.ReadAsync(context.Request);
        Log.Add(request);
        var fault = Fault?.Invoke(request);
        if (fault?.Gate is { } gate)
        {
            await gate.WaitAsync(context.RequestAborted);
        }

        if (fault is { CutsConnection: true } or { StatusCode: not null })
        {
            if (fault.ActsFirst)
            {
                _api.Answer(request, swallowsSongs: false);
            }

            await FailAsync(context, fault);
            return;
        }

        if (fault?.ErrorCode is { } code)
        {
            await WriteAsync(context, _api.Failed(code, fault.Body));
            return;
        }

        if (request.Method == "getCoverArt" && _api.FindCover(request) is { } cover)
        {
            context.Response.ContentType = "image/svg+xml";
            context.Response.Headers.CacheControl = "public, max-age=315360000";
            await context.Response.WriteAsync(cover, context.RequestAborted);
            return;
        }

        await WriteAsync(context, _api.Answer(request, fault?.SwallowsSongs is true));
    }

    private static async Task FailAsync(HttpContext context, DemoFault fault)
    {
        if (fault.CutsConnection)
        {
            context.Abort();
            return;
        }

        context.Response.StatusCode = fault.StatusCode ?? StatusCodes.Status500InternalServerError;
        context.Response.ContentType = fault.ContentType;
        await context.Response.WriteAsync(fault.Body, context.RequestAborted);
    }

    private static async Task WriteAsync(HttpContext context, JsonObject envelope)
    {
        context.Response.ContentType = "application/json";
        await context.Response.WriteAsync(envelope.ToJsonString(), context.RequestAborted);
    }
}
