using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Deezer;

/// <summary>Where Deezer is (section "Sources:Deezer").</summary>
public sealed record DeezerOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:Deezer";

    /// <summary>The address of its API; the public one by default.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://api.deezer.com";
}
