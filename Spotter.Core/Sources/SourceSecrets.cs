using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Encrypts the secrets of connections with the installation's keys.</summary>
public sealed class SourceSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Spotter.Sources.Secrets.v1");

    /// <summary>The encrypted text to store, or null if there are no secrets.</summary>
    public string? Protect(SourceValues secrets)
        => secrets.ToDictionary() is { Count: > 0 } values ? _protector.Protect(JsonSerializer.Serialize(values)) : null;

    /// <summary>The secrets, or null if the keys that encrypted them are lost.</summary>
    public SourceValues? Unprotect(string? text)
    {
        if (text is null)
        {
            return SourceValues.None;
        }

        try
        {
            return new SourceValues(JsonSerializer.Deserialize<Dictionary<string, string?>>(_protector.Unprotect(text))!);
        }
        catch (CryptographicException)
        {
            return null;
        }
    }
}
