namespace Spotter.Navidrome.Subsonic.Wire;

/// <summary>The answer of getIndexes, of which only the time of the last scan is used.</summary>
internal sealed record Indexes
{
    public long? LastModified { get; init; }
}
