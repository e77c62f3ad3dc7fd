namespace Spotter.Navidrome.Demo;

/// <summary>The options of the embedded server.</summary>
public sealed record DemoServerOptions
{
    /// <summary>The loopback port. 0 (the default) takes a free one.</summary>
    public int Port { get; init; }

    /// <summary>The file that keeps the playlists across restarts. Null (the default) keeps none.</summary>
    public string? StatePath { get; init; }

    /// <summary>The songs. Null (the default) takes the built-in library.</summary>
    public IReadOnlyList<DemoSong>? Songs { get; init; }

    /// <summary>The users. By default "demo", an administrator, and "guest", whose passwords equal their names.</summary>
    public IReadOnlyList<DemoUser> Users { get; init; } = DemoUser.Everybody;

    /// <summary>The server to imitate. By default a current Navidrome.</summary>
    public DemoProfile Profile { get; init; } = DemoProfile.Navidrome;

    /// <summary>The clock.</summary>
    public TimeProvider Clock { get; init; } = TimeProvider.System;
}
