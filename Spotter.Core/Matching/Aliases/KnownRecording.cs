namespace Spotter.Core.Matching.Aliases;

/// <summary>A recording as a catalogue of music describes it.</summary>
public sealed record KnownRecording
{
    /// <summary>The MusicBrainz recording id (lower-case UUID).</summary>
    public required string Mbid { get; init; }

    /// <summary>The title in the catalogue.</summary>
    public required string Title { get; init; }

    /// <summary>Further titles, mostly in other scripts.</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    /// <summary>What tells it from others of its title ("live, 2014-08-02: Wembley"), or null.</summary>
    public string? Disambiguation { get; init; }

    /// <summary>Length in milliseconds, or null where unknown.</summary>
    public int? DurationMs { get; init; }

    /// <summary>Its recording codes in normal form.</summary>
    public IReadOnlyList<string> Isrcs { get; init; } = [];

    /// <summary>Who is credited, in order.</summary>
    public IReadOnlyList<KnownCredit> Credits { get; init; } = [];

    /// <summary>How well it fits a search, 0 to 100, where the best hit always has 100; null where it was not searched for.</summary>
    public int? SearchScore { get; init; }

    /// <summary>Every title, each with what tells the recording from others, as a source would write both.</summary>
    internal IEnumerable<string> WholeTitles => OtherTitles.Prepend(Title).Select(title => string.IsNullOrWhiteSpace(Disambiguation) ? title : $"{title} ({Disambiguation})");
}
