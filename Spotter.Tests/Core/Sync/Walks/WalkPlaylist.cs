namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>What the walk knows of one playlist. Songs are numbers, whatever ids they have.</summary>
internal sealed class WalkPlaylist
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The source's tracks, in order; a song may stand twice.</summary>
    public List<int> Source { get; set; } = [];

    /// <summary>Songs that the user added on the server, and did not take out again.</summary>
    public HashSet<int> Added { get; } = [];

    /// <summary>Songs that the user had added, hidden when the mirror took the additions out: their rows may be shown again.</summary>
    public HashSet<int> MayComeBack { get; } = [];

    /// <summary>An earlier content was brought back: it stays until the source changes.</summary>
    public bool IsRestored { get; set; }
}
