using Spotter.Core.Facts;
using Spotter.Core.Tracks;

namespace Spotter.Core.Formats;

/// <summary>A playlist read from a file. A file may contain several.</summary>
/// <param name="FormatFamily">The stored name of the format ("exportify", "m3u"). Variants of one tool's export share it.</param>
/// <param name="Name">The name from the file. If it has none, the name that the user gave, or else the name of the file.</param>
/// <param name="Tracks">Its tracks in order, with duplicates. Never empty.</param>
/// <param name="Warnings">What was left out and why, in file order.</param>
public sealed record PlaylistFile(
    string FormatFamily, string Name, IReadOnlyList<SourceTrack> Tracks, IReadOnlyList<PlaylistFileWarning> Warnings)
{
    /// <summary>Whether the file contains its name. If not, it has the name that the user gave, or the name of the file.</summary>
    public bool IsNamed { get; init; }

    /// <summary>The table it was read from, if a user had to map its columns. Otherwise null.</summary>
    public MappedTable? Mapped { get; init; }

    /// <summary>The table it was read from and how its columns were understood. Null if it is not a table.</summary>
    public MappedTable? Understood { get; init; }

    /// <summary>The number of entries left out, by reason.</summary>
    public IReadOnlyDictionary<LeftOutReason, int> LeftOut => Warnings.CountBy(warning => warning.Reason).ToDictionary();

    /// <summary>
    /// The same tracks with title and artist swapped, if the file writes both in one text ("Artist - Title") and does not tell the order.
    /// Otherwise null. Entries whose order is known are the same in both.
    /// </summary>
    public IReadOnlyList<SourceTrack>? OtherWayRound { get; init; }

    /// <summary>Whether the entries were read as "Title - Artist". Meaningless if there is only one way to read them
    /// (<see cref="OtherWayRound"/> is null).</summary>
    public bool IsTitleFirst { get; init; }

    /// <summary>Whether nothing in the file tells which order is right and the user has not decided.</summary>
    public bool SidesAreOpen { get; init; }

    /// <summary>The guessed code page, by its usual name ("windows-1251"). Null if the file or the user named it, or if the file is
    /// Unicode.</summary>
    public string? GuessedCodePage { get; init; }

    /// <summary>The code page that it was decoded with, whether guessed or named. Null for Unicode.</summary>
    public string? CodePage { get; init; }

    /// <summary>The bytes of the file, kept if its encoding is uncertain. Null if it is certain, or if the bytes kept would be too large.</summary>
    public UndecodedFile? Undecoded { get; init; }

    /// <summary>The user's decisions about reading it, as far as they were applied.</summary>
    public ReadingChoice Choice { get; init; } = ReadingChoice.None;

    /// <summary>What was repaired to read the file, such as dropped bytes or lines in another code page.</summary>
    public IReadOnlyList<Fact> Remarks { get; init; } = [];

    /// <summary>The description from the file, or null.</summary>
    public string? Description { get; init; }

    /// <summary>Identifies the playlist when a newer export of it is imported.</summary>
    public string RemoteId => $"{FormatFamily}:{Name}";

    /// <summary>The playlist with titles and artists swapped.</summary>
    public PlaylistFile TurnedRound() => OtherWayRound is { } other ? this with { Tracks = other, OtherWayRound = Tracks, IsTitleFirst = !IsTitleFirst } : this;

    /// <summary>The playlist in the order that the user chose, whatever the file suggests.</summary>
    /// <param name="isTitleFirst">Whether the entries are "Title - Artist".</param>
    public PlaylistFile WithSides(bool isTitleFirst)
        => OtherWayRound is null ? this
            : (isTitleFirst == IsTitleFirst ? this : TurnedRound()) with { SidesAreOpen = false, Choice = Choice with { IsTitleFirst = isTitleFirst } };

    /// <summary>The playlist in the form that all sources share.</summary>
    public SourcePlaylist ToSourcePlaylist()
        => new(new SourcePlaylistSummary(RemoteId, Name, Tracks.Count) { Description = Description }, Tracks);
}
