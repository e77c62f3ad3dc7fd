namespace Spotter.Tests.Support.Sources;

/// <summary>An artist as MusicBrainz has them.</summary>
internal sealed record MusicBrainzArtist(string Mbid, string Name, string SortName)
{
    /// <summary>Name and type; a type of null is one that nobody has chosen.</summary>
    public List<(string Name, string? Type)> Aliases { get; init; } = [];
}
