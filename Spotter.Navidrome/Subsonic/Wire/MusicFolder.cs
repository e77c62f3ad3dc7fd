namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>A library of the server.</summary>
internal sealed record MusicFolder(string? Id);
