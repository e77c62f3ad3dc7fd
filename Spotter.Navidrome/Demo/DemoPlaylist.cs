namespace Spotter.Navidrome.Demo;

/// <summary>A playlist of the embedded server.</summary>
public sealed record DemoPlaylist
{
    /// <summary>Its id.</summary>
    public required string Id { get; init; }

    /// <summary>Its name.</summary>
    public required string Name { get; init; }

    /// <summary>Its owner.</summary>
    public required string Owner { get; init; }

    /// <summary>Its comment.</summary>
    public string Comment { get; init; } = "";

    /// <summary>Whether other users see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Whether it is a smart playlist, made by a rule.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>The songs of the file that it follows, or null if it does not come from one.</summary>
    public IReadOnlyList<string>? FileSongIds { get; init; }

    /// <summary>The file that it comes from, or null.</summary>
    public string? Path { get; init; }

    /// <summary>The rule of a smart playlist as JSON, or null for a rule that is never evaluated.</summary>
    public string? Rules { get; init; }

    /// <summary>Whether the rule of a smart playlist was already evaluated (default true). Navidrome does that when the playlist is
    /// read.</summary>
    public bool IsEvaluated { get; init; } = true;

    /// <summary>The number of songs that lists of playlists show, or null for the real one. Navidrome counts a smart playlist when it is
    /// read.</summary>
    public int? ListedCount { get; init; }

    /// <summary>The stored ids, including unknown ones.</summary>
    public IReadOnlyList<string> SongIds { get; init; } = [];

    /// <summary>Whether it came from a file, which may be gone by now.</summary>
    internal bool IsFromFile => Path is not null || FileSongIds is not null;

    /// <summary>The uploaded cover, or null.</summary>
    public byte[]? Image { get; init; }

    /// <summary>The number of playlists created before it.</summary>
    public int Number { get; init; }

    /// <summary>When it was created.</summary>
    public DateTimeOffset Created { get; init; }

    /// <summary>When it was last written.</summary>
    public DateTimeOffset Changed { get; init; }
}
