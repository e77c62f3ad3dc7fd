namespace Spotter.Navidrome.Demo;

/// <summary>A file in the music folder, with what has happened to it since the last scan.</summary>
/// <param name="Song">Its tags.</param>
internal sealed record DemoFile(DemoSong Song)
{
    /// <summary>Whether it was removed.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether it was missing at the last scan.</summary>
    public bool WasGone { get; init; }

    /// <summary>Whether it was renamed or moved since the last scan.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether its tags were changed since the last scan.</summary>
    public bool IsRetagged { get; init; }

    /// <summary>Whether it was rewritten with the same tags.</summary>
    public bool IsTouched { get; init; }
}
