using Spotter.Core.Facts;

namespace Spotter.Core.Accounts;

/// <summary>The stored state of an account's library.</summary>
public sealed class LibraryState
{
    /// <summary>The server's change stamp at the last read, or null.</summary>
    public string? Stamp { get; set; }

    /// <summary>The server's cursor for the next changes; null if it does not report changes.</summary>
    public string? Cursor { get; set; }

    /// <summary>When it was last read, completely or only the changes; null for never.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When a read last found a change; null for never, or not since this is recorded.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>When it was last read completely; null for never, or not since this is recorded.</summary>
    public DateTimeOffset? ReadInFullAt { get; set; }

    /// <summary>The number of songs at that time.</summary>
    public int SongCount { get; set; }

    /// <summary>How many of them carry an ISRC.</summary>
    public int WithIsrcCount { get; set; }

    /// <summary>How many of them carry a MusicBrainz recording id.</summary>
    public int WithRecordingMbidCount { get; set; }

    /// <summary>Whether the songs' paths are those of their files; false where the server makes them up, null where it tells none or they were not looked at since this is recorded.</summary>
    public bool? HasRealPaths { get; set; }

    /// <summary>Whether to read it again at the next use, whatever the stamp says: the server dropped an entry, or the user asked.</summary>
    public bool IsStale { get; set; }

    /// <summary>When to check the server again ahead of the schedule, because a scan was running; null for no such check.</summary>
    public DateTimeOffset? LookAgainAt { get; set; }

    /// <summary>Why the last read failed; null if it succeeded.</summary>
    public Fact? Error { get; set; }
}
