namespace Spotter.Web.Api;

/// <summary>This installation: Spotter's own version and the music server that it serves.</summary>
/// <param name="Version">By Semantic Versioning.</param>
/// <param name="Revision">The commit that was built, or null if unknown.</param>
/// <param name="IsDemo">Whether it runs with its own music server and an invented library.</param>
/// <param name="MusicServer">What is known of the music server.</param>
public sealed record ServerResource(string Version, string? Revision, bool IsDemo, MusicServerResource MusicServer);
