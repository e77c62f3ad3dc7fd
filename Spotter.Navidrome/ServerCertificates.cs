using System.Net.Security;
using System.Security.Cryptography.X509Certificates;
using Spotter.Core.Accounts;
using Spotter.Core.Settings;

namespace Spotter.Navidrome;

/// <summary>Lets connections to the music server trust the certificates in <see cref="ServerOptions.CertificateFile"/> as well.</summary>
public static class ServerCertificates
{
    /// <summary>Applies the setting to a connection. Without one, the system alone decides.</summary>
    public static void Trust(SslClientAuthenticationOptions connection, ServerOptions server)
    {
        if (server.CertificateFile.Length == 0)
        {
            return;
        }

        var trusted = CertificateFileAttribute.Read(server.CertificateFile);
        connection.RemoteCertificateValidationCallback = (_, certificate, chain, errors) => errors switch
        {
            SslPolicyErrors.None => true,

            // Another name or no certificate at all is an error in any case.
            SslPolicyErrors.RemoteCertificateChainErrors => certificate is not null && IsTrusted(certificate, chain, trusted),
            _ => false,
        };
    }

    private static bool IsTrusted(X509Certificate certificate, X509Chain? given, X509Certificate2Collection trusted)
    {
        using var chain = new X509Chain();
        chain.ChainPolicy.TrustMode = X509ChainTrustMode.CustomRootTrust;
        chain.ChainPolicy.CustomTrustStore.AddRange(trusted);
        chain.ChainPolicy.RevocationMode = X509RevocationMode.NoCheck; // nobody at home publishes a list of revoked certificates
        foreach (var element in given?.ChainElements ?? Enumerable.Empty<X509ChainElement>())
        {
            chain.ChainPolicy.ExtraStore.Add(element.Certificate);
        }

        using var presented = X509CertificateLoader.LoadCertificate(certificate.GetRawCertData());
        return chain.Build(presented);
    }
}
