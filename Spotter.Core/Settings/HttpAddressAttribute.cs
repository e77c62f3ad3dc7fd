using System.ComponentModel.DataAnnotations;
using System.Diagnostics.CodeAnalysis;

namespace Spotter.Core.Settings;

/// <summary>The setting is an absolute HTTP or HTTPS address, which may have a path but no query. Empty values are left to
/// <see cref="RequiredAttribute"/>.</summary>
[AttributeUsage(AttributeTargets.Property)]
public sealed class HttpAddressAttribute() : ValidationAttribute("an address like https://music.example.org")
{
    /// <summary>Whether the text is such an address, and the parsed address.</summary>
    public static bool TryParse(string? text, [NotNullWhen(true)] out Uri? address)
        => Uri.TryCreate(text, UriKind.Absolute, out address) && address.Scheme is "http" or "https" && address.Query.Length == 0;

    /// <inheritdoc/>
    public override bool IsValid(object? value) => value is null or "" || TryParse(value as string, out _);
}
