using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats;

/// <summary>One playlist as a file holds it. A file may hold several.</summary>
/// <param name="FormatFamily">The written word of the format ("exportify", "m3u"). Dialects of one tool's export share it.</param>
/// <param name="Name">Its name: named in the file, else given, else the file's own.</param>
/// <param name="Tracks">Its tracks, in order; the same one twice stays twice. Never empty.</param>
/// <param name="Warnings">What was left out, and why, in the order of the file.</param>
public sealed record PlaylistFile(
    string FormatFamily, string Name, IReadOnlyList<SourceTrack> Tracks, IReadOnlyList<PlaylistFileWarning> Warnings)
{
    /// <summary>Whether the file itself names it. If not, it bears the name that was given, or the file's own.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The table it was read from, where a user had to say what its columns are; else null.</summary>
    public MappedTable? Mapped { get; init; }

    /// <summary>The table it was read from and what its columns were taken for, where it is a table; else null.</summary>
    public MappedTable? Understood { get; init; }

    /// <summary>How many entries were left out, by the kind of reason.</summary>
    public IReadOnlyDictionary<LeftOutReason, int> LeftOut => Warnings.CountBy(warning => warning.Reason).ToDictionary();

    /// <summary>
    /// The same tracks with title and artist in each other's place, where the file writes both in one text ("Artist - Title") and does not say in which
    /// order; else null. Rows that it tells apart otherwise are the same in both.
    /// </summary>
    public IReadOnlyList<SourceTrack>? OtherWayRound { get; init; }

    /// <summary>Whether nothing in the file tells which of the two ways is right.</summary>
    public bool SidesAreOpen { get; init; }

    /// <summary>The code page that was guessed, by its usual name ("windows-1251"); null where the file left no doubt.</summary>
    public string? GuessedCodePage { get; init; }

    /// <summary>What was done to the file to read it, such as bytes that were dropped, lines in another code page.</summary>
    public IReadOnlyList<Fact> Remarks { get; init; } = [];

    /// <summary>What the file says about it, or null.</summary>
    public string? Description { get; init; }

    /// <summary>What makes it the same playlist when a newer export of it comes in.</summary>
    public string RemoteId => $"{FormatFamily}:{Name}";

    /// <summary>The playlist with titles and artists in each other's place.</summary>
    public PlaylistFile TurnedRound() => OtherWayRound is { } other ? this with { Tracks = other, OtherWayRound = Tracks } : this;

    /// <summary>The playlist as every source gives it.</summary>
    public SourcePlaylist ToSourcePlaylist()
        => new(new SourcePlaylistSummary(RemoteId, Name, Tracks.Count) { Description = Description }, Tracks);
}
