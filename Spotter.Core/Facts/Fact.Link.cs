namespace Spotter.Core.Facts;

// Facts about pasted links.
public abstract partial record Fact
{
    /// <summary>The pasted text is not a link.</summary>
    public sealed record LinkInvalid(string Example) : Fact;

    /// <summary>A link points to a service whose public playlists Spotter cannot read.</summary>
    public sealed record LinkUnknown(string Host, FactList Services) : Fact;

    /// <summary>A name. Part of a list.</summary>
    public sealed record Called(string Name) : Fact;

    /// <summary>A link points to Spotify.</summary>
    public sealed record SpotifyLink : Fact;

    /// <summary>A link points to Apple Music, where only paying developers can read playlists.</summary>
    public sealed record AppleMusicLink : Fact;

    /// <summary>A link points to YouTube Music, which has no API.</summary>
    public sealed record YouTubeMusicLink : Fact;

    /// <summary>A service has no API.</summary>
    public sealed record ServiceWithoutInterface(ServiceName Service) : Fact;

    /// <summary>A service has videos and no songs.</summary>
    public sealed record ServiceOfVideos(ServiceName Service) : Fact;

    /// <summary>A service shows playlists only to users who are signed in.</summary>
    public sealed record ServiceBehindSignIn(ServiceName Service) : Fact;

    /// <summary>A service does not give programs like Spotter access.</summary>
    public sealed record ServiceWithoutAccess(ServiceName Service) : Fact;

    /// <summary>What to do if a service cannot be read.</summary>
    public sealed record ExportAsFile : Fact;

    /// <summary>A link points to Last.fm, but not to a list.</summary>
    public sealed record LastFmLink : Fact;

    /// <summary>A link points to ListenBrainz, but not to a playlist.</summary>
    public sealed record ListenBrainzLink : Fact;

    /// <summary>A link is one of Deezer's short links.</summary>
    public sealed record DeezerShortLink : Fact;

    /// <summary>A link points to something at Deezer that is not a playlist.</summary>
    public sealed record DeezerOtherLink : Fact;

    /// <summary>A link points to Deezer, but it is unclear to what.</summary>
    public sealed record DeezerLink : Fact;
}
