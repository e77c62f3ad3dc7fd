namespace Spotter.Core.Providers;

/// <summary>A playlist on the music server, without its entries.</summary>
/// <param name="Id">The server's id. It may change.</param>
/// <param name="Name">Its name.</param>
/// <param name="SongCount">The server's song count, which may differ from the visible entries.</param>
public sealed record TargetSummary(string Id, string Name, int SongCount)
{
    /// <summary>Its comment, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The user who owns it, or null if the server does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether this account owns it. True if the server does not say.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>Whether the server says that its tracks cannot be changed: a smart playlist, one imported from a file, or somebody
    /// else's.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether other users may see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>The length in seconds, or null.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>
    /// When the playlist was last changed according to the server, or null if it does not say. A hint, not a proof. Rounded down to the
    /// millisecond, the precision in which times are stored: servers report more digits, and otherwise a stored time would never equal the
    /// reported one.
    /// </summary>
    public DateTimeOffset? ChangedAt
    {
        get;
        init => field = value is { } moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()) : null;
    }

    /// <summary>The id of its cover for the server's getCoverArt, or null.</summary>
    public string? CoverArtId { get; init; }
}
