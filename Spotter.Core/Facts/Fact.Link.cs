namespace Spotter.Core.Facts;

// What is said of pasted links.
public abstract partial record Fact
{
    /// <summary>What was pasted is no link.</summary>
    public sealed record LinkInvalid(string Example) : Fact;

    /// <summary>A link leads to a service that nobody reads.</summary>
    public sealed record LinkUnknown(string Host, FactList Services) : Fact;

    /// <summary>What something is called; a part of a list.</summary>
    public sealed record Called(string Name) : Fact;

    /// <summary>A link leads to Spotify.</summary>
    public sealed record SpotifyLink : Fact;

    /// <summary>A link leads to Apple Music, which lets only paying developers read.</summary>
    public sealed record AppleMusicLink : Fact;

    /// <summary>A link leads to YouTube Music, which has no interface for programs.</summary>
    public sealed record YouTubeMusicLink : Fact;

    /// <summary>A service has no interface for programs.</summary>
    public sealed record ServiceWithoutInterface(ServiceName Service) : Fact;

    /// <summary>A service lists videos.</summary>
    public sealed record ServiceOfVideos(ServiceName Service) : Fact;

    /// <summary>A service shows nothing without a sign-in.</summary>
    public sealed record ServiceBehindSignIn(ServiceName Service) : Fact;

    /// <summary>A service lets programs like this one read nothing.</summary>
    public sealed record ServiceWithoutAccess(ServiceName Service) : Fact;

    /// <summary>What to do where a service cannot be read.</summary>
    public sealed record ExportAsFile : Fact;

    /// <summary>A link leads to Last.fm, and to no list there.</summary>
    public sealed record LastFmLink : Fact;

    /// <summary>A link leads to ListenBrainz, and to no playlist there.</summary>
    public sealed record ListenBrainzLink : Fact;

    /// <summary>A link is a short one of Deezer's.</summary>
    public sealed record DeezerShortLink : Fact;

    /// <summary>A link leads to something else than a playlist at Deezer.</summary>
    public sealed record DeezerOtherLink : Fact;

    /// <summary>A link leads to Deezer, and nobody knows where to.</summary>
    public sealed record DeezerLink : Fact;
}
