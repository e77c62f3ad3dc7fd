using System.IO.Compression;
using System.Net;
using System.Text;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Spotter.Navidrome.Demo;

/// <summary>A small Subsonic server that behaves like Navidrome or another server, for the demo mode and for tests.</summary>
public sealed class DemoServer : IAsyncDisposable
{
    /// <summary>Go accepts addresses of up to one mebibyte.</summary>
    private const int MaxAddressBytes = 1024 * 1024;

    private readonly WebApplication _app;
    private readonly DemoWorld _world;
    private readonly DemoApi _api;
    private readonly DemoNativeApi _native;

    private DemoServer(WebApplication app, DemoServerOptions options)
    {
        _app = app;
        _world = new DemoWorld(options);
        _api = new DemoApi(_world);
        _native = new DemoNativeApi(_world);
    }

    /// <summary>The address that it listens on, without a slash at the end.</summary>
    public string BaseUrl { get; private set; } = "";

    /// <summary>The server that it behaves like.</summary>
    public DemoProfile Profile => _world.Profile;

    /// <summary>Its songs.</summary>
    public DemoLibrary Library => _world.Library;

    /// <summary>Its playlists.</summary>
    public DemoPlaylists Playlists => _world.Playlists;

    /// <summary>Its server-sent events.</summary>
    public DemoEvents Events => _world.Events;

    /// <summary>The requests that it has received.</summary>
    public DemoRequestLog Log { get; } = new();

    /// <summary>Called before each request: returns the fault for it, or null for none.</summary>
    public Func<DemoRequest, DemoFault?>? Fault { get; set; }

    /// <summary>Called for each fault when it happens.</summary>
    public Action<DemoFault, DemoRequest>? FaultHappened { get; set; }

    /// <summary>Starts it on the loopback interface.</summary>
    public static async Task<DemoServer> StartAsync(DemoServerOptions? options = null, CancellationToken cancellationToken = default)
    {
        options ??= new DemoServerOptions();
        var builder = WebApplication.CreateEmptyBuilder(new WebApplicationOptions());
        builder.WebHost.UseKestrelCore().ConfigureKestrel(kestrel =>
        {
            kestrel.AddServerHeader = false;
            // The methods themselves refuse what is too large.
            kestrel.Limits.MaxRequestBodySize = null;
            kestrel.Limits.MaxRequestLineSize = MaxAddressBytes;
            kestrel.Limits.MaxRequestBufferSize = 2 * MaxAddressBytes;
            kestrel.Listen(IPAddress.Loopback, options.Port);
        });
        builder.Services.AddSingleton<IHostLifetime, EmbeddedHostLifetime>();
        var app = builder.Build();
        var server = new DemoServer(app, options);
        app.Run(server.AnswerAsync);
        await app.StartAsync(cancellationToken);
        server.BaseUrl = app.Urls.Single();
        return server;
    }

    /// <summary>Becomes another release of Navidrome. From 0.64 on, everything created earlier has a new id.</summary>
    public void Upgrade(DemoProfile profile) => _world.Upgrade(profile);

    /// <summary>Loses its database: no playlist is left, and a scan of these songs gives them new ids.</summary>
    public void SetUpFromScratch(IReadOnlyList<DemoSong> songs) => _world.SetUpFromScratch(songs);

    /// <summary>Changes a user's password.</summary>
    public void ChangePassword(string user, string password) => _world.ChangePassword(user, password);

    /// <inheritdoc />
    public async ValueTask DisposeAsync()
    {
        _world.Events.Dispose();
        // Requests in progress get a second to finish.
        using var moment = new CancellationTokenSource(TimeSpan.FromSeconds(1));
        await _app.StopAsync(moment.Token);
        await _app.DisposeAsync();
    }

    private async Task AnswerAsync(HttpContext context)
    {
        var isProtocol = context.Request.Path.StartsWithSegments("/rest");
        var request = isProtocol ? await DemoRequest.ReadAsync(context.Request, Profile) : _native.Recognise(context.Request);
        if (request is null)
        {
            await DemoPages.AnswerAsync(context);
            return;
        }

        Log.Add(request);
        if (Fault?.Invoke(request) is { } fault)
        {
            Log.Add(fault, request);
            if (!fault.ActsFirst)
            {
                FaultHappened?.Invoke(fault, request);
            }

            await AnswerAsync(context, request, fault);
            return;
        }

        if (await ActAsync(context, request, swallowsSongs: false) is { } answer)
        {
            await WriteAsync(context, answer);
        }
    }

    private async Task AnswerAsync(HttpContext context, DemoRequest request, DemoFault fault)
    {
        fault.Change?.Invoke(this);
        if (fault.Gate is { } gate)
        {
            await gate.WaitAsync(context.RequestAborted);
        }

        if (fault.StatusCode is { } statusCode)
        {
            foreach (var (name, value) in fault.Headers)
            {
                context.Response.Headers[name] = value;
            }

            await WriteAsync(context, new DemoAnswer(statusCode, fault.ContentType, fault.Bytes ?? Encoding.UTF8.GetBytes(fault.Body)));
            return;
        }

        if (fault.ErrorCode is { } code)
        {
            // The native API has no envelope and no codes.
            var refusal = request.Method.StartsWith("native:", StringComparison.Ordinal) ? new DemoReply(500, Text: fault.Body) : _api.Failed(code, fault.Body);
            await WriteAsync(context, Written(refusal, request));
            return;
        }

        var answer = fault.Wire == DemoFaultWire.Whole || fault.ActsFirst ? await ActAsync(context, request, fault.SwallowsSongs) : null;
        if (fault.ActsFirst)
        {
            // Reported only now: a test that lets the caller's time run out must not overtake the call itself.
            FaultHappened?.Invoke(fault, request);
        }

        switch (fault.Wire)
        {
            case DemoFaultWire.Cut:
                context.Abort();
                break;
            case DemoFaultWire.Hang:
                await HangAsync(context);
                break;
            case DemoFaultWire.Dribble:
                await WriteHalfAsync(context, answer!);
                await HangAsync(context);
                break;
            case DemoFaultWire.Truncate:
                await WriteHalfAsync(context, answer!);
                context.Abort();
                break;
            default:
                if (answer is not null)
                {
                    await WriteAsync(context, answer);
                }

                break;
        }
    }

    /// <summary>Carries out a call. Null if the answer is already being sent, piece by piece.</summary>
    private async Task<DemoAnswer?> ActAsync(HttpContext context, DemoRequest request, bool swallowsSongs)
    {
        if (request.Method.StartsWith("native:", StringComparison.Ordinal))
        {
            return await _native.AnswerAsync(request, context) is { } native ? Written(native, request) : null;
        }

        if (request.Method == "getCoverArt" && _api.FindCover(request) is { } cover)
        {
            context.Response.Headers.CacheControl = "public, max-age=315360000";
            return new DemoAnswer(200, cover.ContentType, cover.Bytes);
        }

        var reply = _api.Answer(request, swallowsSongs);
        if (reply.IsCut)
        {
            context.Abort();
            return null;
        }

        var answer = Written(reply, request);
        if (Profile.SongsPerRequest is { } most && request.All("songId").Count + request.All("songIdToAdd").Count > most)
        {
            // Its time is up: the call was carried out, but the answer is never sent.
            context.Abort();
        }

        return answer;
    }

    /// <summary>The answer as bytes, compressed if the server does that and the caller accepts it.</summary>
    private DemoAnswer Written(DemoReply reply, DemoRequest request)
    {
        if (reply.Sound is { } sound)
        {
            return DemoAnswer.Of(sound);
        }

        var (contentType, body) = reply.Write(request);
        var bytes = Encoding.UTF8.GetBytes(body);
        if (!Profile.Compresses || !request.Headers.TryGetValue("Accept-Encoding", out var taken) || !taken.Contains("gzip", StringComparison.OrdinalIgnoreCase))
        {
            return new DemoAnswer(reply.StatusCode, contentType, bytes);
        }

        using var compressed = new MemoryStream();
        using (var gzip = new GZipStream(compressed, CompressionLevel.Fastest))
        {
            gzip.Write(bytes);
        }

        return new DemoAnswer(reply.StatusCode, contentType, compressed.ToArray()) { Encoding = "gzip" };
    }

    private static async Task WriteAsync(HttpContext context, DemoAnswer answer)
    {
        Begin(context.Response, answer);
        await answer.WriteAsync(context.Response.Body, answer.Length, context.RequestAborted);
    }

    private static void Begin(HttpResponse response, DemoAnswer answer)
    {
        response.StatusCode = answer.StatusCode;
        response.ContentType = answer.ContentType;
        response.ContentLength = answer.IsLengthKnown ? answer.Length : null;
        response.Headers.ContentEncoding = answer.Encoding;
        foreach (var (name, value) in answer.Headers)
        {
            response.Headers[name] = value;
        }
    }

    private static async Task WriteHalfAsync(HttpContext context, DemoAnswer answer)
    {
        Begin(context.Response, answer);
        await answer.WriteAsync(context.Response.Body, answer.Length / 2, context.RequestAborted);
        await context.Response.Body.FlushAsync(context.RequestAborted);
    }

    private static async Task HangAsync(HttpContext context)
    {
        try
        {
            await new TaskCompletionSource().Task.WaitAsync(context.RequestAborted);
        }
        catch (OperationCanceledException)
        {
            // The caller gave up.
        }
    }
}
