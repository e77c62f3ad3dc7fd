using System.Security.Cryptography.X509Certificates;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Options;
using Spotter.Core.Accounts;
using Spotter.Core.Facts;
using Spotter.Core.Providers;
using Spotter.Navidrome;
using Spotter.Tests.Support;

namespace Spotter.Tests.Navidrome;

public sealed class ServerCertificatesTests : IDisposable
{
    private const string Answer = """{"subsonic-response":{"status":"failed"}}""";

    private readonly TemporaryFolder _folder = new();

    public void Dispose() => _folder.Dispose();

    [Fact]
    public async Task A_server_with_a_certificate_of_its_own_is_trusted_by_the_file_alone()
    {
        using var own = SmallSite.CreateCertificate("127.0.0.1");
        await using var server = await SmallSite.StartWithAsync(own, Answer);

        var refused = await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, null));
        Assert.Contains(nameof(Fact.ServerNotTrusted), refused.Reason.ToString(), StringComparison.Ordinal);
        Assert.NotNull(await AskAsync(server, own));
    }

    [Fact]
    public async Task Another_server_s_certificate_does_not_help()
    {
        using var own = SmallSite.CreateCertificate("127.0.0.1");
        using var other = SmallSite.CreateCertificate("127.0.0.1");
        await using var server = await SmallSite.StartWithAsync(own, Answer);

        await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, other));
    }

    [Fact]
    public async Task A_trusted_certificate_for_another_name_is_refused()
    {
        using var own = SmallSite.CreateCertificate("music.example.org");
        await using var server = await SmallSite.StartWithAsync(own, Answer);

        await Assert.ThrowsAsync<ProviderException>(() => AskAsync(server, own));
    }

    private async Task<ServerGreeting> AskAsync(SmallSite server, X509Certificate2? trusted)
    {
        var options = new ServerOptions { BaseUrl = $"https://127.0.0.1:{server.Address.Port}" };
        if (trusted is not null)
        {
            options.CertificateFile = _folder.File("server.pem");
            await File.WriteAllTextAsync(options.CertificateFile, trusted.ExportCertificatePem());
        }

        await using var services = new ServiceCollection().AddLogging().AddSingleton(Options.Create(options)).AddNavidrome().BuildServiceProvider();
        return await services.GetRequiredService<ServerProbe>().AskAsync(default);
    }
}
