namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>A genre as the server counts it.</summary>
internal sealed record WireGenre
{
    /// <summary>Its name.</summary>
    public string? Value { get; init; }

    public long? SongCount { get; init; }
}
