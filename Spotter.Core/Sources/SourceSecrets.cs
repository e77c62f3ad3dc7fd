using System.Security.Cryptography;
using System.Text.Json;
using Microsoft.AspNetCore.DataProtection;
using Spotter.Core.Providers;

namespace Spotter.Core.Sources;

/// <summary>Encrypts what connections must keep secret, with the installation's keys.</summary>
public sealed class SourceSecrets(IDataProtectionProvider protection)
{
    private readonly IDataProtector _protector = protection.CreateProtector("Spotter.Sources.Secrets.v1");

    /// <summary>The text that is stored, or null where there is nothing to keep.</summary>
    public string? Protect(SourceValues secrets)
        => secrets.ToDictionary() is { Count: > 0 } values ? _protector.Protect(JsonSerializer.Serialize(values)) : null;

    /// <summary>The secrets, or null where the keys that they were encrypted with are lost.</summary>
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
