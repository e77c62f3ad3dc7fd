using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Http;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Server.Kestrel.Core;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;

namespace Spotter.Tests.Support;

/// <summary>A web site that gives every request the same answer.</summary>
internal sealed class SmallSite : IAsyncDisposable
{
    private readonly WebApplication _app;

    private SmallSite(WebApplication app) => _app = app;

    /// <summary>The host names that were asked for, in order.</summary>
    public List<string> Hosts { get; } = [];

    public Uri Address { get; private set; } = new("http://127.0.0.1");

    public static Task<SmallSite> StartAsync(string body, int status = 200, Action<HttpResponse>? change = null)
        => StartAsync(kestrel => kestrel.Listen(IPAddress.Loopback, 0), body, status, change);

    public static Task<SmallSite> StartAtSocketAsync(string path, string body)
        => StartAsync(kestrel => kestrel.ListenUnixSocket(path), body, 200, null);

    public static Task<SmallSite> StartWithAsync(X509Certificate2 certificate, string body)
        => StartAsync(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)), body, 200, null);

    /// <summary>A certificate that nobody has signed but itself, for that name.</summary>
    public static X509Certificate2 CreateCertificate(string name)
    {
        using var key = RSA.Create(2048);
        var request = new CertificateRequest($"CN={name}", key, HashAlgorithmName.SHA256, RSASignaturePadding.Pkcs1);
        var names = new SubjectAlternativeNameBuilder();
        if (IPAddress.TryParse(name, out var ip))
        {
            names.AddIpAddress(ip);
        }
        else
        {
            names.AddDnsName(name);
        }

        request.CertificateExtensions.Add(names.Build());
        var now = TimeProvider.System.GetUtcNow();
        using var made = request.CreateSelfSigned(now.AddDays(-1), now.AddDays(1));
        return X509CertificateLoader.LoadPkcs12(made.Export(X509ContentType.Pfx), null);
    }

    public async ValueTask DisposeAsync() => await _app.DisposeAsync();

    private static async Task<SmallSite> StartAsync(Action<KestrelServerOptions> listen, string body, int status, Action<HttpResponse>? change)
    {
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(listen);
        var site = new SmallSite(builder.Build());
        site._app.Run(context =>
        {
            lock (site.Hosts)
            {
                site.Hosts.Add(context.Request.Host.Host);
            }

            context.Response.StatusCode = status;
            change?.Invoke(context.Response);
            return context.Response.WriteAsync(body);
        });
        await site._app.StartAsync();
        var address = site._app.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.First();
        site.Address = Uri.TryCreate(address, UriKind.Absolute, out var uri) ? uri : site.Address;
        return site;
    }
}
