using System.ComponentModel.DataAnnotations;
using System.Security.Cryptography;
using System.Security.Cryptography.X509Certificates;

namespace Spotter.Core.Settings;

/// <summary>The setting is the path of a file with one or more certificates in PEM. Empty means none. In the options it is absolute; a relative
/// path starts at the application's folder.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class CertificateFileAttribute() : ValidationAttribute("the path of a file with certificates (PEM)")
{
    /// <summary>Whether the file can be read and has at least one certificate.</summary>
    public static bool CanRead(string path)
    {
        try
        {
            return Read(path).Count > 0;
        }
        catch (Exception exception) when (exception is IOException or UnauthorizedAccessException or CryptographicException)
        {
            return false;
        }
    }

    /// <summary>The certificates in the file.</summary>
    /// <exception cref="IOException">There is no such file.</exception>
    /// <exception cref="CryptographicException">Something in it is not a certificate.</exception>
    public static X509Certificate2Collection Read(string path)
    {
        var certificates = new X509Certificate2Collection();
        certificates.ImportFromPemFile(path);
        return certificates;
    }

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null || (value is string path && !path.Contains('\0', StringComparison.Ordinal));
}
