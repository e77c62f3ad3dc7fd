namespace Spotter.Tests.Support.Sources;

/// <summary>A playlist of <see cref="ListenBrainzDouble"/>.</summary>
internal sealed class ListenBrainzList(string mbid, string title)
{
    public string Mbid { get; } = mbid;

    public string Title { get; set; } = title;

    /// <summary>The owner, or the user for whom it was made.</summary>
    public string User { get; init; } = "ann";

    public bool IsPublic { get; set; } = true;

    /// <summary>The series that produces it (weekly-jams), or null if a person made it.</summary>
    public string? Patch { get; init; }

    /// <summary>Whether it was made for the user and not by them.</summary>
    public bool IsCreatedFor { get; init; }

    public IReadOnlyList<string> Collaborators { get; init; } = [];

    public string? Annotation { get; set; }

    public DateTimeOffset MadeAt { get; init; } = new(2026, 2, 2, 0, 0, 0, TimeSpan.Zero);

    public int Edits { get; private set; }

    /// <summary>Its tracks: recording id, title, artists, milliseconds.</summary>
    public List<(string Mbid, string Title, string[] Artists, int Ms)> Tracks { get; private set; } = [];

    public void Edit(params IEnumerable<(string Mbid, string Title, string[] Artists, int Ms)> tracks)
    {
        Tracks = [.. tracks];
        Edits++;
    }
}
