using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.ListenBrainz;

/// <summary>ListenBrainz's address (section "Sources:ListenBrainz").</summary>
public sealed record ListenBrainzOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:ListenBrainz";

    /// <summary>The address of its API. Default: the public one.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://api.listenbrainz.org";
}
