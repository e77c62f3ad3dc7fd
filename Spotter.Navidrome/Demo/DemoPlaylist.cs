namespace Spotter.Navidrome.Demo;

/// <summary>A playlist of the embedded server.</summary>
public sealed record DemoPlaylist
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Who owns it.</summary>
    public required string Owner { get; init; }

    /// <summary>Its comment.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Whether others see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether a rule makes it: a smart playlist.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The songs of the file that it is kept in step with, or null where it comes from none.</summary>
    public IReadOnlyList<string>? FileSongIds { get; init; }

    /// <summary>The file that it comes from, or null.</summary>
    public string? Path { get; init; }

    /// <summary>The rule of a smart playlist as JSON, or null for one that is not looked at.</summary>
    public string? Rules { get; init; }

    /// <summary>Whether the rule of a smart playlist has been looked at yet (default true). Navidrome does that when the list is read.</summary>
    public bool IsEvaluated { get; init; } = true;

    /// <summary>How many songs lists of playlists say that it has, or null for as many as it has. Navidrome counts a smart one when it is read.</summary>
    public int? ListedCount { get; init; }

    /// <summary>The stored ids, unknown ones included.</summary>
    public IReadOnlyList<string> SongIds { get; init; } = [];

    /// <summary>Whether it came from a file, which may be gone by now.</summary>
    internal bool IsFromFile => Path is not null || FileSongIds is not null;

    /// <summary>The cover that somebody uploaded, or null.</summary>
    public byte[]? Image { get; init; }

    /// <summary>How many were made before it.</summary>
    public int Number { get; init; }

    /// <summary>When it was made.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset Changed { get; init; }
}
