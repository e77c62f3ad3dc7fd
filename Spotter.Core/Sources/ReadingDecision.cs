using Spotter.Core.Formats;

namespace Spotter.Core.Sources;

/// <summary>What a user has said of how the file of one playlist is to be read.</summary>
public sealed class ReadingDecision
{
    /// <summary>Our own id.</summary>
    public int Id { get; set; }

    /// <summary>Whose it is.</summary>
    public int UserId { get; set; }

    /// <summary>Which playlist it holds for (<see cref="PlaylistFile.RemoteId"/>), whether there is one or not.</summary>
    public required string RemoteId { get; set; }

    /// <summary>The code page of its letters, or null to find out.</summary>
    public string? CodePage { get; set; }

    /// <summary>Whether its texts are "Title - Artist" or "Artist - Title", or null to find out.</summary>
    public bool? IsTitleFirst { get; set; }

    /// <summary>When it was said last.</summary>
    public DateTimeOffset DecidedAt { get; set; }
}
