using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.Spotify;

/// <summary>The Spotify app of this installation, and where Spotify is (section "Sources:Spotify").</summary>
public sealed record SpotifyOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:Spotify";

    /// <summary>The client id of an app for everybody on this installation; empty by default, so that each user enters that of an app of their own. No secret: PKCE needs none.</summary>
    public string ClientId { get; set; } = "";

    /// <summary>The address of its Web API; the public one by default.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://api.spotify.com";

    /// <summary>Where its users sign in; the public address by default.</summary>
    [Required]
    [HttpAddress]
    public string AccountsUrl { get; set; } = "https://accounts.spotify.com";
}
