namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>A library on the server.</summary>
internal sealed record MusicFolder(string? Id);
