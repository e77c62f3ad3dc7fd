namespace Spotter.Tests.Support.Sources;

/// <summary>A recording as MusicBrainz has it.</summary>
internal sealed record MusicBrainzRecording(string Mbid, string Title, params MusicBrainzArtist[] Artists)
{
    public int? LengthMs { get; init; } = 180_000;

    public string Disambiguation { get; init; } = "";

    public List<string> Isrcs { get; init; } = [];

    public List<(string Name, string? Type)> Aliases { get; init; } = [];

    public bool IsVideo { get; init; }

    /// <summary>The score that a search gives it.</summary>
    public int Score { get; init; } = 100;

    /// <summary>What stands behind the first artist's name, where others follow.</summary>
    public string Joint { get; init; } = " & ";
}
