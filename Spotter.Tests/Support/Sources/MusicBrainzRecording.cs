namespace Spotter.Tests.Support.Sources;

/// <summary>A recording at MusicBrainz.</summary>
internal sealed record MusicBrainzRecording(string Mbid, string Title, params MusicBrainzArtist[] Artists)
{
    public int? LengthMs { get; init; } = 180_000;

    public string Disambiguation { get; init; } = "";

    public List<string> Isrcs { get; init; } = [];

    public List<(string Name, string? Type)> Aliases { get; init; } = [];

    public bool IsVideo { get; init; }

    public int Score { get; init; } = 100;

    /// <summary>The text between the first artist's name and the next.</summary>
    public string Joint { get; init; } = " & ";
}
