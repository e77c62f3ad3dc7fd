using System.Collections.Concurrent;
using System.Globalization;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spotter.Tests.Support.Sources;

/// <summary>
/// A double of an external service, on a local port. It answers the routes that it was given and records every request. A request that
/// nobody scripted gets status 501, and fails the test with its name when the double is disposed.
/// </summary>
internal abstract class ServiceDouble : IAsyncDisposable
{
    private readonly ConcurrentQueue<string> _requests = new();
    private readonly ConcurrentQueue<string> _unscripted = new();
    private readonly ConcurrentQueue<(string Path, Func<HttpContext, Task> Answer)> _faults = new();
    private WebApplication? _app;

    /// <summary>Where it answers.</summary>
    public Uri Address => new(_app!.Urls.First());

    /// <summary>The requests, as "GET /path?query", in order.</summary>
    public IReadOnlyList<string> Requests => [.. _requests];

    /// <summary>Headers added to every answer.</summary>
    public Dictionary<string, string> ExtraHeaders { get; } = [];

    /// <summary>Replaces the answer to the next request whose path begins like this. Several are used up in order.</summary>
    public void Fail(string path, Func<HttpContext, Task> answer) => _faults.Enqueue((path, answer));

    /// <summary>The same, with a status and an optional Retry-After.</summary>
    public void Fail(string path, int status, string body = "{}", TimeSpan? retryAfter = null) => Fail(path, context =>
    {
        context.Response.StatusCode = status;
        context.Response.ContentType = "application/json";
        if (retryAfter is { } wait)
        {
            context.Response.Headers.RetryAfter = wait.TotalSeconds.ToString(CultureInfo.InvariantCulture);
        }

        return context.Response.WriteAsync(body);
    });

    public void Forget() => _requests.Clear();

    public async ValueTask DisposeAsync()
    {
        await _app!.DisposeAsync();
        Assert.True(_unscripted.IsEmpty, $"{GetType().Name} was asked what nobody scripted: {string.Join(", ", _unscripted)}");
    }

    protected static async Task<T> StartAsync<T>(T service)
        where T : ServiceDouble
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        app.Use(service.NoteAsync);
        service.Map(app);
        app.MapFallback(context =>
        {
            service._unscripted.Enqueue(Describe(context.Request));
            context.Response.StatusCode = StatusCodes.Status501NotImplemented;
            return Task.CompletedTask;
        });
        service._app = app;
        await app.StartAsync();
        return service;
    }

    /// <summary>The routes of the service.</summary>
    protected abstract void Map(WebApplication app);

    private static string Describe(HttpRequest request) => $"{request.Method} {request.Path}{request.QueryString}";

    private async Task NoteAsync(HttpContext context, RequestDelegate next)
    {
        _requests.Enqueue(Describe(context.Request));
        foreach (var (name, value) in ExtraHeaders)
        {
            context.Response.Headers[name] = value;
        }

        if (_faults.TryPeek(out var fault) && context.Request.Path.StartsWithSegments(fault.Path) && _faults.TryDequeue(out fault))
        {
            await fault.Answer(context);
            return;
        }

        await next(context);
    }
}
