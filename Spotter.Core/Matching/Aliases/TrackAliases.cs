using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Aliases;

/// <summary>What a music catalogue knows about a track beyond its source: further identifiers and names. They belong to the track, never to
/// a song.</summary>
public sealed record TrackAliases
{
    // More codes or names than any recording has; further ones would not help.
    private const int MostCodes = 16;
    private const int MostTitles = 4;
    private const int MostArtists = 12;

    /// <summary>Further recording codes, in normal form.</summary>
    public IReadOnlyList<string> Isrcs { get; init; } = [];

    /// <summary>Further MusicBrainz recordings.</summary>
    public IReadOnlyList<string> RecordingMbids { get; init; } = [];

    /// <summary>Further titles.</summary>
    public IReadOnlyList<string> Titles { get; init; } = [];

    /// <summary>Further names of its artists.</summary>
    public IReadOnlyList<string> Artists { get; init; } = [];

    /// <summary>The length in milliseconds if the source has none, or null.</summary>
    public int? DurationMs { get; init; }

    /// <summary>What the matching recordings add to the track, or null if nothing.</summary>
    /// <param name="track">The track.</param>
    /// <param name="meant">The matching recordings.</param>
    /// <param name="namesOf">What is known about an artist, by MusicBrainz id. Null if nothing is.</param>
    internal static TrackAliases? Of(SourceTrack track, IReadOnlyList<KnownRecording> meant, Func<string, KnownArtist?> namesOf)
    {
        if (meant.Count == 0)
        {
            return null;
        }

        var reading = TrackReading.Of(track);

        // A recording of another length may be another edit of the song, whose codes are on other files.
        var same = meant.Where(recording => RelevantRecordings.SameLength(track, recording) is true || (meant.Count == 1 && RelevantRecordings.SameLength(track, recording) is null)).ToList();
        var aliases = new TrackAliases
        {
            Isrcs = [.. same.SelectMany(recording => recording.Isrcs).Where(isrc => isrc != track.Isrc).Distinct(StringComparer.Ordinal).Take(MostCodes)],
            RecordingMbids = [.. same.Select(recording => recording.Mbid).Where(mbid => mbid != track.RecordingMbid).Distinct(StringComparer.Ordinal).Take(MostCodes)],
            Titles = [.. meant.SelectMany(recording => recording.WholeTitles)
                .Where(title => IsNews(reading.Title, title)).DistinctBy(TextNormalizer.MarkedKey, StringComparer.Ordinal).Take(MostTitles)],
            Artists = [.. CreditsOf(reading, meant, namesOf).SelectMany(credit => credit.Names.Concat(namesOf(credit.ArtistMbid)?.Names ?? []))
                .Where(name => IsNews(reading.Artists, name)).DistinctBy(TextNormalizer.MarkedKey, StringComparer.Ordinal).Take(MostArtists)],
            DurationMs = track.DurationMs is null && meant.Select(recording => recording.DurationMs).OfType<int>().ToList() is { Count: > 0 } lengths
                && lengths.Max() - lengths.Min() <= MatchScorer.DurationToleranceMs ? lengths[0] : null,
        };
        return aliases is { Isrcs.Count: 0, RecordingMbids.Count: 0, Titles.Count: 0, Artists.Count: 0 } ? null : aliases;
    }

    /// <summary>The artists whose names belong to the track: those that it names, or if it names none in comparable letters, the artists of
    /// the recording.</summary>
    internal static IReadOnlyList<KnownCredit> CreditsOf(TrackReading track, IReadOnlyList<KnownRecording> meant, Func<string, KnownArtist?> namesOf)
    {
        List<KnownCredit> credits = [.. meant.SelectMany(recording => recording.Credits).DistinctBy(credit => (credit.ArtistMbid, credit.Name))];
        List<KnownCredit> named = [.. credits.Where(credit => track.Ways.Any(way => RelevantRecordings.IsArtist(way.Artists, credit, namesOf)))];
        return named.Exists(credit => !credit.IsGuest) ? named : [.. credits.Where(credit => !credit.IsGuest)];
    }

    /// <summary>The track as it may be written elsewhere: under its own title and each further one, with all names of its
    /// artists.</summary>
    internal IEnumerable<SourceTrack> Describe(SourceTrack track)
    {
        var known = track with { Artists = [.. track.Artists, .. Artists], DurationMs = track.DurationMs ?? DurationMs };
        yield return known;
        foreach (var title in Titles)
        {
            yield return known with { Title = title };
        }
    }

    // Titles of the same version that are written differently.
    private static bool IsNews(ParsedTitle title, string other)
        => TitleParser.Parse(other) is var known && TitleComparison.Compare(title, known).Relation is TitleRelation.Different or TitleRelation.Transliterated
            && TitleVersion.Compare(title.Version, known.Version) != VersionAgreement.Different;

    private static bool IsNews(ArtistCredits artists, string name)
        => ArtistCredits.Of([name]) is { IsEmpty: false } credits && ArtistSimilarity.Of(artists, credits) < 1;
}
