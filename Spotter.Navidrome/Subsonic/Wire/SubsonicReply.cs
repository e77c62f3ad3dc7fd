namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>An answer: its status, the server, and the one part that the method fills.</summary>
internal sealed record SubsonicReply
{
    public string? Status { get; init; }

    public string? Version { get; init; }

    public string? Type { get; init; }

    public string? ServerVersion { get; init; }

    public bool OpenSubsonic { get; init; }

    public SubsonicError? Error { get; init; }

    public SubsonicUser? User { get; init; }

    public ScanStatus? ScanStatus { get; init; }

    public MusicFolders? MusicFolders { get; init; }

    public WireAlbum? Album { get; init; }

    public Indexes? Indexes { get; init; }

    public Genres? Genres { get; init; }

    public SearchResult? SearchResult3 { get; init; }

    public Playlists? Playlists { get; init; }

    public WirePlaylist? Playlist { get; init; }
}
