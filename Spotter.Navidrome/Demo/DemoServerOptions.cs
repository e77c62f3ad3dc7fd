namespace Spotter.Navidrome.Demo;

/// <summary>How the embedded server is started.</summary>
public sealed record DemoServerOptions
{
    /// <summary>The loopback port; 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The file that keeps the playlists over a restart; null (the default) forgets them.</summary>
    public string? StatePath { get; init; }

    /// <summary>The songs; null (the default) takes the built-in library.</summary>
    public IReadOnlyList<DemoSong>? Songs { get; init; }

    /// <summary>Who may use it; the default is "demo", an administrator, and "guest", with passwords like their names.</summary>
    public IReadOnlyList<DemoUser> Users { get; init; } = DemoUser.Everybody;

    /// <summary>What the server can do; the default is a present-day Navidrome.</summary>
    public DemoProfile Profile { get; init; } = DemoProfile.Navidrome;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
