namespace Spotter.Tests.Support.Sources;

/// <summary>An artist at MusicBrainz.</summary>
internal sealed record MusicBrainzArtist(string Mbid, string Name, string SortName)
{
    /// <summary>Name and type. The type is null if nobody has chosen one.</summary>
    public List<(string Name, string? Type)> Aliases { get; init; } = [];
}
