namespace Spotter.Core.Matching.Aliases;

/// <summary>A recording as a music catalogue describes it.</summary>
public sealed record KnownRecording
{
    /// <summary>The MusicBrainz recording id (lower-case UUID).</summary>
    public required string Mbid { get; init; }

    /// <summary>The title in the catalogue.</summary>
    public required string Title { get; init; }

    /// <summary>Further titles, usually in other scripts.</summary>
    public IReadOnlyList<string> OtherTitles { get; init; } = [];

    /// <summary>What distinguishes it from other recordings with the same title ("live, 2014-08-02: Wembley"), or null.</summary>
    public string? Disambiguation { get; init; }

    /// <summary>The length in milliseconds, or null if unknown.</summary>
    public int? DurationMs { get; init; }

    /// <summary>Its recording codes in normal form.</summary>
    public IReadOnlyList<string> Isrcs { get; init; } = [];

    /// <summary>The credited artists, in order.</summary>
    public IReadOnlyList<KnownCredit> Credits { get; init; } = [];

    /// <summary>How well it fits a search, 0 to 100, where the best hit always has 100. Null if it was not found by a search.</summary>
    public int? SearchScore { get; init; }

    /// <summary>All titles, each with the disambiguation, in the way a source would write them.</summary>
    internal IEnumerable<string> WholeTitles => OtherTitles.Prepend(Title).Select(title => string.IsNullOrWhiteSpace(Disambiguation) ? title : $"{title} ({Disambiguation})");
}
