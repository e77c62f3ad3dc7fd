namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of getUser. playlistRole is left out on purpose: it is false on servers where playlists work.</summary>
internal sealed record SubsonicUser
{
    public string? Username { get; init; }

    public bool AdminRole { get; init; }
}
