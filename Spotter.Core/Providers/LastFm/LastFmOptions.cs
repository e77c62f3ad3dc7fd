using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.LastFm;

/// <summary>Last.fm's address and API key (section "Sources:LastFm"). Not a record, since its ToString would show the key.</summary>
public sealed class LastFmOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:LastFm";

    /// <summary>An API key for all users of this installation. Empty by default, so that each user enters their own.</summary>
    [DataType(DataType.Password)]
    public string ApiKey { get; set; } = "";

    /// <summary>The address of its API. Default: the public one.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://ws.audioscrobbler.com/2.0";
}
