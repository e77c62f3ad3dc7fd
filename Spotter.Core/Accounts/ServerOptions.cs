using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Accounts;

/// <summary>The one music server of this installation (section "Navidrome").</summary>
public sealed record ServerOptions : IValidatableObject
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Navidrome";

    /// <summary>Its address, a sub-path included; empty means demo mode.</summary>
    [Display(Name = "Address")]
    [DisplayFormat(NullDisplayText = "none: demo mode")]
    [HttpAddress]
    public string BaseUrl { get; set; } = "";

    /// <summary>A file with certificates (PEM) that are trusted for this server besides those that the system trusts: its own, if nobody else has
    /// signed it, or that of whoever has. Empty by default. A relative path starts at the application's folder.</summary>
    [Display(Name = "Certificates that are trusted")]
    [DisplayFormat(NullDisplayText = "those that the system trusts")]
    [CertificateFile]
    public string CertificateFile { get; set; } = "";

    /// <summary>Whether Spotter keeps a connection open on which Navidrome says that a scan has ended; default true. Without it a scan is noticed at the next scheduled look.</summary>
    public bool ListenToEvents { get; set; } = true;

    /// <summary>Headers sent with every request, for an authentication proxy in front of the server; default none.</summary>
    [Display(Name = "Extra headers")]
    [DisplayFormat(NullDisplayText = "none")]
    public Dictionary<string, string> ExtraHeaders { get; init; } = [];

    /// <inheritdoc/>
    public IEnumerable<ValidationResult> Validate(ValidationContext validationContext)
        => from header in ExtraHeaders
           where !IsName(header.Key) || header.Value.Any(char.IsControl)
           // The value may be a secret: it is not shown.
           select new ValidationResult($"{Section}:{nameof(ExtraHeaders)}:{header.Key} is no valid HTTP header.");

    private static bool IsName(string name) => name.Length > 0 && name.All(c => char.IsAsciiLetterOrDigit(c) || "!#$%&'*+-.^_`|~".Contains(c, StringComparison.Ordinal));
}
