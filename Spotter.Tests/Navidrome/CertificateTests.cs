using System.Net;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;
using Microsoft.AspNetCore.Builder;
using Microsoft.AspNetCore.Hosting;
using Microsoft.AspNetCore.Hosting.Server;
using Microsoft.AspNetCore.Hosting.Server.Features;
using Microsoft.AspNetCore.Http;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Logging;
using Spotter.Core.Providers;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

/// <summary>A music server behind TLS.</summary>
public sealed class CertificateTests
{
    [Fact]
    public async Task A_server_whose_certificate_nobody_vouches_for_never_sees_the_password()
    {
        using var key = ECDsa.Create(ECCurve.NamedCurves.nistP256);
        var request = new CertificateRequest("CN=127.0.0.1", key, HashAlgorithmName.SHA256);
        var names = new SubjectAlternativeNameBuilder();
        names.AddIpAddress(IPAddress.Loopback);
        request.CertificateExtensions.Add(names.Build());
        using var certificate = request.CreateSelfSigned(TimeProvider.System.GetUtcNow().AddDays(-1), TimeProvider.System.GetUtcNow().AddDays(1));
        var heard = 0;
        var builder = WebApplication.CreateSlimBuilder();
        builder.Logging.ClearProviders();
        builder.WebHost.UseKestrelHttpsConfiguration();
        builder.WebHost.ConfigureKestrel(kestrel => kestrel.Listen(IPAddress.Loopback, 0, listen => listen.UseHttps(certificate)));
        await using var server = builder.Build();
        server.Run(context =>
        {
            Interlocked.Increment(ref heard);
            return context.Response.WriteAsync("{}");
        });
        await server.StartAsync();
        var address = server.Services.GetRequiredService<IServer>().Features.Get<IServerAddressesFeature>()!.Addresses.Single();
        await using var fixture = await NavidromeFixture.StartAsync(address: _ => address, clock: new HastyClock());

        var failure = await Assert.ThrowsAsync<ProviderException>(() => fixture.Identity.CheckAsync(new("demo", "demo"), default));

        Assert.Equal(ProviderFailure.Unavailable, failure.Failure);
        Assert.Equal(0, heard);
    }
}
