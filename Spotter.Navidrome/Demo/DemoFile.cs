namespace Spotter.Navidrome.Demo;

/// <summary>A file of the music folder, with what happened to it since the last scan.</summary>
/// <param name="Song">What its tags say.</param>
internal sealed record DemoFile(DemoSong Song)
{
    /// <summary>Whether it has been taken away.</summary>
    public bool IsGone { get; init; }

    /// <summary>Whether it was gone at the last scan.</summary>
    public bool WasGone { get; init; }

    /// <summary>Whether it lies under another name since the last scan.</summary>
    public bool IsMoved { get; init; }

    /// <summary>Whether its tags were changed since the last scan.</summary>
    public bool IsRetagged { get; init; }

    /// <summary>Whether it was written again with the same tags.</summary>
    public bool IsTouched { get; init; }
}
