using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Aliases;

/// <summary>What a catalogue of music may be asked about a track. It holds nothing of a user: whoever has the same track asks the same.</summary>
/// <param name="Kind">What is asked by.</param>
/// <param name="Key">The same for everybody who asks the same.</param>
public sealed record CatalogueQuestion(CatalogueQuestionKind Kind, string Key)
{
    // Nothing so long is a name, and a query must fit into an address.
    private const int LongestName = 200;

    // Behind so many brackets and dashes stands nothing that a name begins with.
    private const int MostCuts = 4;

    private static readonly string[] GuestMarks = [" feat. ", " feat ", " ft. ", " ft ", " featuring "];

    /// <summary>The recording code; empty where it is not asked by.</summary>
    public string Isrc { get; init; } = "";

    /// <summary>The MusicBrainz recording; empty where it is not asked by.</summary>
    public string Mbid { get; init; } = "";

    /// <summary>The title without decoration and version; empty where it is not asked by.</summary>
    public string Title { get; init; } = "";

    /// <summary>The first artist; empty where it is not asked by.</summary>
    public string Artist { get; init; } = "";

    /// <summary>The questions that a track gives, surest first: the next one is asked where the one before knows nothing.</summary>
    public static IReadOnlyList<CatalogueQuestion> Of(SourceTrack track)
    {
        ArgumentNullException.ThrowIfNull(track);
        var questions = new List<CatalogueQuestion>(3);
        if (track.Isrc is { } isrc)
        {
            questions.Add(new(CatalogueQuestionKind.Isrc, $"isrc:{isrc}") { Isrc = isrc });
        }

        if (track.RecordingMbid is { } mbid)
        {
            questions.Add(OfRecording(mbid));
        }

        var (title, artist) = (track.Title.Length <= LongestName ? NameOf(track.Title) : "", LeadOf(track));
        if (title.Length > 0 && artist.Length is > 0 and <= LongestName && !ArtistCredits.Of([artist]).IsEmpty)
        {
            questions.Add(new(CatalogueQuestionKind.Names, $"names:{TextNormalizer.MarkedKey(title)}|{TextNormalizer.MarkedKey(artist)}") { Title = title, Artist = artist });
        }

        return questions;
    }

    /// <summary>The question about one recording.</summary>
    /// <param name="mbid">Its MusicBrainz id.</param>
    public static CatalogueQuestion OfRecording(string mbid) => new(CatalogueQuestionKind.Recording, $"mbid:{mbid}") { Mbid = mbid };

    // "Halcyon (Live at Wembley) - Remastered 2011" is looked for as "Halcyon": which of its recordings is meant is judged afterwards.
    private static string NameOf(string title)
    {
        var name = TitleParser.Parse(title).BaseKey;
        for (int i = 1, cuts = 0; i < title.Length && cuts < MostCuts; i++)
        {
            if (title[i] is '(' or '[' or '-' or '–' or '—')
            {
                cuts++;
                if (title[..i].TrimEnd('-', '–', '—', ' ') is { Length: > 0 } head && TitleParser.Parse(head).Key == name)
                {
                    return head.Trim();
                }
            }
        }

        return title.Trim();
    }

    private static string LeadOf(SourceTrack track)
    {
        var line = track.Artists is [var first, ..] ? first.Trim() : "";
        foreach (var mark in GuestMarks)
        {
            if (line.IndexOf(mark, StringComparison.OrdinalIgnoreCase) is > 0 and var at)
            {
                line = line[..at].TrimEnd(' ', '(', '[');
            }
        }

        return line;
    }
}
