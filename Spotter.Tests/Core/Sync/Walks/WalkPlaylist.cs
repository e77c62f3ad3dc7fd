namespace Spotter.Tests.Core.Sync.Walks;

/// <summary>What the walk knows of one playlist. Songs are numbers, whatever their ids.</summary>
internal sealed class WalkPlaylist
{
    public required int Id { get; init; }

    public required string Name { get; init; }

    /// <summary>The source's tracks, in order. A song may occur twice.</summary>
    public List<int> Source { get; set; } = [];

    /// <summary>Songs that the user added on the server and has not removed again.</summary>
    public HashSet<int> Added { get; } = [];

    /// <summary>Songs that the user had added and that were hidden when the mirror removed the additions. Their rows may be shown
    /// again.</summary>
    public HashSet<int> MayComeBack { get; } = [];

    /// <summary>Whether an earlier content was restored. It stays until the source changes.</summary>
    public bool IsRestored { get; set; }
}
