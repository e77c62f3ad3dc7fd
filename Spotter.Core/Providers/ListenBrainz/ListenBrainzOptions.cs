using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>Where ListenBrainz is (section "Sources:ListenBrainz").</summary>
public sealed record ListenBrainzOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:ListenBrainz";

    /// <summary>The address of its API; the public one by default.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://api.listenbrainz.org";
}
