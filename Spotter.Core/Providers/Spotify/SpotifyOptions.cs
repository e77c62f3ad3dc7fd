using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Spotify;

/// <summary>The Spotify app of this installation, and Spotify's addresses (section "Sources:Spotify").</summary>
public sealed record SpotifyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:Spotify";

    /// <summary>The client id of an app for all users of this installation. Empty by default, so that each user enters the id of their own
    /// app. It is not secret, and PKCE needs no secret.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The address of its Web API. Default: the public one.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://api.spotify.com";

    /// <summary>The address where its users sign in. Default: the public one.</summary>
    [Required]
    [HttpAddress]
    public string AccountsUrl { get; set; } = "https://accounts.spotify.com";
}
