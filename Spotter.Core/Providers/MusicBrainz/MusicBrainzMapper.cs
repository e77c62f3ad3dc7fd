using System.Globalization;
using System.Text.Json;
using Spotter.Core.Formats.Text;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Tracks;

namespace Spotter.Core.Providers.MusicBrainz;

/// <summary>Converts MusicBrainz recordings and artists.</summary>
internal static class MusicBrainzMapper
{
    // No real artist has more or longer names, but a vandalised page may.
    private const int MostNames = 100;
    private const int LongestName = 500;

    /// <summary>The recordings, without music videos: those are different recordings of the song, with different lengths.</summary>
    public static MusicBrainzAnswer ToAnswer(IEnumerable<MusicBrainzPayloads.Recording?> recordings)
    {
        List<MusicBrainzPayloads.Recording> heard = [.. recordings.OfType<MusicBrainzPayloads.Recording>().Where(recording => recording.Video != true)];
        var artists = new Dictionary<string, KnownArtist>(StringComparer.Ordinal);
        foreach (var artist in heard.SelectMany(recording => recording.ArtistCredit ?? []).Select(credit => credit?.Artist))
        {
            if (artist is { Aliases: not null } && Mbid(artist.Id) is { } mbid && ToArtist(artist) is { } known)
            {
                artists[mbid] = known;
            }
        }

        return new([.. heard.Select(ToRecording).OfType<KnownRecording>()], artists);
    }

    /// <summary>The artist. Null for placeholders ("[unknown]").</summary>
    public static KnownArtist? ToArtist(MusicBrainzPayloads.Artist artist)
        => Text(artist.Name) is { Length: > 0 } name && name[0] != '[' ? new(name, Text(artist.SortName), Names(artist.Aliases)) : null;

    private static KnownRecording? ToRecording(MusicBrainzPayloads.Recording recording)
        => Mbid(recording.Id) is { } mbid && Text(recording.Title) is { Length: > 0 } title
            ? new KnownRecording
            {
                Mbid = mbid,
                Title = title,
                OtherTitles = Names(recording.Aliases),
                Disambiguation = Text(recording.Disambiguation) is { Length: > 0 } disambiguation ? disambiguation : null,
                DurationMs = recording.Length is >= 1 and <= int.MaxValue and var length ? (int)length : null,
                Isrcs = [.. (recording.Isrcs ?? []).Select(CodeOf).OfType<string>().Distinct(StringComparer.Ordinal)],
                Credits = Credits(recording.ArtistCredit ?? []),
                SearchScore = ScoreOf(recording.Score),
            }
            : null;

    private static List<KnownCredit> Credits(List<MusicBrainzPayloads.Credit?> credits)
    {
        var known = new List<KnownCredit>(credits.Count);
        var isGuest = false;
        foreach (var credit in credits.OfType<MusicBrainzPayloads.Credit>())
        {
            if (credit.Artist is { } artist && Mbid(artist.Id) is { } mbid && ToArtist(artist) is { } named)
            {
                known.Add(new(Text(credit.Name) is { Length: > 0 } name ? name : named.Name, mbid, named.Name, named.SortName, isGuest));
            }

            isGuest |= credit.Joinphrase is { } joint
                && (joint.Contains("feat", StringComparison.OrdinalIgnoreCase) || joint.Trim(' ', '(').StartsWith("ft", StringComparison.OrdinalIgnoreCase));
        }

        return known;
    }

    // A legal name may be another artist's stage name, and a search hint is a common mistake: files are tagged with neither.
    private static List<string> Names(List<MusicBrainzPayloads.Alias?>? aliases)
        => [.. (aliases ?? []).OfType<MusicBrainzPayloads.Alias>().Where(alias => alias.Type is not ("Legal name" or "Search hint"))
            .Select(alias => Text(alias.Name)).Where(name => name.Length > 0).Distinct(StringComparer.Ordinal).Take(MostNames)];

    private static string Text(string? text) => FieldText.Clean(text) is { Length: <= LongestName } name ? name : "";

    private static string? Mbid(string? text) => Guid.TryParseExact(text, "D", out var mbid) ? mbid.ToString("D") : null;

    private static string? CodeOf(JsonElement code) => code.ValueKind switch
    {
        JsonValueKind.String => Isrc.Normalize(code.GetString()),
        JsonValueKind.Object when code.TryGetProperty("id", out var id) && id.ValueKind == JsonValueKind.String => Isrc.Normalize(id.GetString()),
        _ => null,
    };

    private static int? ScoreOf(JsonElement score) => score.ValueKind switch
    {
        JsonValueKind.Number when score.TryGetDouble(out var number) => (int)Math.Clamp(number, 0, 100),
        JsonValueKind.String when int.TryParse(score.GetString(), NumberStyles.Integer, CultureInfo.InvariantCulture, out var number) => Math.Clamp(number, 0, 100),
        _ => null,
    };
}
