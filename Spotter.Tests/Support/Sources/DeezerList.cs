namespace Spotter.Tests.Support.Sources;

/// <summary>A playlist of <see cref="DeezerDouble"/>.</summary>
internal sealed class DeezerList(string id, string title)
{
    public string Id { get; } = id;

    public string Title { get; set; } = title;

    public string Description { get; set; } = "";

    public bool IsPublic { get; set; } = true;

    /// <summary>Its tracks: title, artist, seconds.</summary>
    public List<(string Title, string Artist, int Seconds)> Tracks { get; private set; } = [];

    /// <summary>Titles that Deezer no longer has. They are counted but not returned.</summary>
    public HashSet<string> Withdrawn { get; } = [];

    public void Edit(params IEnumerable<(string Title, string Artist, int Seconds)> tracks) => Tracks = [.. tracks];
}
