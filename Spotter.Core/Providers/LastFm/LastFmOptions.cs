using System.ComponentModel.DataAnnotations;
using Spotter.Core.Settings;

namespace Spotter.Core.Providers.LastFm;

/// <summary>Where Last.fm is, and the key to it (section "Sources:LastFm"). No record: its text would show the key.</summary>
public sealed class LastFmOptions
{
    /// <summary>The configuration section.</summary>
    public const string Section = "Sources:LastFm";

    /// <summary>An API key for everybody on this installation; empty by default, so that each user enters one of their own.</summary>
    [DataType(DataType.Password)]
    public string ApiKey { get; set; } = "";

    /// <summary>The address of its API; the public one by default.</summary>
    [Required]
    [HttpAddress]
    public string BaseUrl { get; set; } = "https://ws.audioscrobbler.com/2.0";
}
