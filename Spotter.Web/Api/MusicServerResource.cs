namespace Spotter.Web.Api;

/// <summary>The music server, as it named itself when it last answered.</summary>
/// <param name="Name">Its product: Navidrome, gonic; "the music server" if it has not said.</param>
/// <param name="Version">Its version, or null if it has not said.</param>
public sealed record MusicServerResource(string Name, string? Version);
