using Spotter.Core.Facts;

namespace Spotter.Core.Accounts;

/// <summary>What is known of an account's library as stored in the database.</summary>
public sealed class LibraryState
{
    /// <summary>The server's change stamp at the last read, or null.</summary>
    public string? Stamp { get; set; }

    /// <summary>From where the next changes are read, in the server's own words; null where it does not tell changes.</summary>
    public string? Cursor { get; set; }

    /// <summary>When it was last read, whole or what had changed; null for never.</summary>
    public DateTimeOffset? ReadAt { get; set; }

    /// <summary>When a read last found it other than before; null for never, or not since this is noted.</summary>
    public DateTimeOffset? ChangedAt { get; set; }

    /// <summary>When it was last read from end to end; null for never, or not since this is noted.</summary>
    public DateTimeOffset? ReadInFullAt { get; set; }

    /// <summary>Songs at that time.</summary>
    public int SongCount { get; set; }

    /// <summary>How many of them carry an ISRC.</summary>
    public int WithIsrcCount { get; set; }

    /// <summary>How many of them carry a MusicBrainz recording id.</summary>
    public int WithRecordingMbidCount { get; set; }

    /// <summary>To be read again at the next use, whatever the stamp says: the server dropped an entry, or the user asked.</summary>
    public bool IsStale { get; set; }

    /// <summary>When to look at the server again before the clock does, since a scan was under way; null for not before.</summary>
    public DateTimeOffset? LookAgainAt { get; set; }

    /// <summary>Why the last read failed; null where it did not.</summary>
    public Fact? Error { get; set; }
}
