namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>A credited artist of a song.</summary>
internal sealed record ArtistReference
{
    public string? Name { get; init; }
}
