namespace Spotter.Core.Providers;

/// <summary>A playlist on the music server, without its entries.</summary>
/// <param name="Id">The server's id; not permanent.</param>
/// <param name="Name">Its name.</param>
/// <param name="SongCount">How many songs the server counts; may differ from the visible entries.</param>
public sealed record TargetSummary(string Id, string Name, int SongCount)
{
    /// <summary>Its comment, or null.</summary>
    public string? Comment { get; init; }

    /// <summary>The user who owns it, or null where the server does not say.</summary>
    public string? Owner { get; init; }

    /// <summary>Whether this account owns it; true where the server does not say.</summary>
    public bool IsOwn { get; init; } = true;

    /// <summary>Whether the server says that its tracks cannot be written: smart, imported from a file, or somebody else's.</summary>
    public bool IsReadOnly { get; init; }

    /// <summary>Whether others may see it.</summary>
    public bool IsPublic { get; init; }

    /// <summary>Length in seconds, or null.</summary>
    public int? DurationSeconds { get; init; }

    /// <summary>
    /// When the server says that it changed last, or null where it does not say. A hint, not a proof. To the millisecond, as moments are stored: servers
    /// name more digits, and a moment that was stored would never equal the one that is told.
    /// </summary>
    public DateTimeOffset? ChangedAt
    {
        get;
        init => field = value is { } moment ? DateTimeOffset.FromUnixTimeMilliseconds(moment.ToUnixTimeMilliseconds()) : null;
    }

    /// <summary>The id of its cover for the server's getCoverArt, or null.</summary>
    public string? CoverArtId { get; init; }
}
