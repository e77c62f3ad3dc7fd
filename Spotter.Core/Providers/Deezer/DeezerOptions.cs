using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Deezer;

/// <summary>Deezer's address (section "Sources:Deezer").</summary>
public sealed record DeezerOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:Deezer";

    /// <summary>The address of its API. Default: the public one.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://api.deezer.com";
}
