using System.Collections.Concurrent;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spotter.Tests.Support;

/// <summary>A proxy between Spotter and a music server. It records the calls, and a test can delay a call or answer it itself.</summary>
internal sealed class SubsonicProxy : IAsyncDisposable
{
    private static readonly string[] Writing = ["createPlaylist", "updatePlaylist", "deletePlaylist"];

    private readonly WebApplication _app;
    private readonly HttpClient _http;
    private readonly ConcurrentQueue<string> _calls = new();

    private SubsonicProxy(WebApplication app, Uri server)
    {
        _app = app;
        _http = new HttpClient(new SocketsHttpHandler { UseProxy = false, AllowAutoRedirect = false }) { BaseAddress = server };
    }

    public Uri Address => new(_app.Urls.First());

    /// <summary>The names of the methods that were called, in order.</summary>
    public IReadOnlyList<string> Calls => [.. _calls];

    /// <summary>The calls that change playlists.</summary>
    public IReadOnlyList<string> Writes => [.. _calls.Where(Writing.Contains)];

    /// <summary>Called before a call is passed on. The call waits for it. It returns the answer to give instead, or null to pass the call
    /// on.</summary>
    public Func<string, Task<IResult?>> Before { get; set; } = _ => Task.FromResult<IResult?>(null);

    public static async Task<SubsonicProxy> StartAsync(Uri server)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseUrls("http://127.0.0.1:0");
        builder.Services.Configure<Microsoft.Extensions.Hosting.HostOptions>(host => host.ShutdownTimeout = TimeSpan.FromSeconds(1));
        var app = builder.Build();
        var proxy = new SubsonicProxy(app, server);
        app.Run(proxy.PassOnAsync);
        await app.StartAsync();
        return proxy;
    }

    public void Forget() => _calls.Clear();

    public async ValueTask DisposeAsync()
    {
        await _app.DisposeAsync();
        _http.Dispose();
    }

    private async Task PassOnAsync(HttpContext context)
    {
        var method = Path.GetFileNameWithoutExtension(context.Request.Path.Value!);
        _calls.Enqueue(method);
        if (await Before(method) is { } instead)
        {
            await instead.ExecuteAsync(context);
            return;
        }

        using var body = new MemoryStream();
        await context.Request.Body.CopyToAsync(body, context.RequestAborted);
        using var request = new HttpRequestMessage(
            new HttpMethod(context.Request.Method), new Uri(context.Request.Path + context.Request.QueryString, UriKind.Relative));
        request.Content = new ByteArrayContent(body.ToArray());
        if (context.Request.ContentType is { } type)
        {
            request.Content.Headers.TryAddWithoutValidation("Content-Type", type);
        }

        if (context.Request.Headers.Range is [{ } range])
        {
            request.Headers.TryAddWithoutValidation("Range", range);
        }

        // Sound is passed on as it comes. Everything else is carried out, whether or not the caller waits for it.
        using var response = await _http.SendAsync(
            request, method == "stream" ? HttpCompletionOption.ResponseHeadersRead : HttpCompletionOption.ResponseContentRead, CancellationToken.None);
        context.Response.StatusCode = (int)response.StatusCode;
        context.Response.ContentType = response.Content.Headers.ContentType?.ToString();
        context.Response.ContentLength = response.Content.Headers.ContentLength;
        context.Response.Headers.ContentRange = response.Content.Headers.ContentRange?.ToString();
        context.Response.Headers.AcceptRanges = string.Join(' ', response.Headers.AcceptRanges);
        await response.Content.CopyToAsync(context.Response.Body, context.RequestAborted);
    }
}
