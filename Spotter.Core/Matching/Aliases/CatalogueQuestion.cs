using Spotter.Core.Matching.Text;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching.Aliases;

/// <summary>A question to a music catalogue about a track. It contains nothing about a user: everybody with the same track asks the same
/// question.</summary>
/// <param name="Kind">What the catalogue is searched by.</param>
/// <param name="Key">A key that is the same for everybody with the same question.</param>
public sealed record CatalogueQuestion(CatalogueQuestionKind Kind, string Key)
{
    // No name is longer, and a query must fit into a URL.
    private const int LongestName = 200;

    // After this many brackets and dashes, nothing is part of the name.
    private const int MostCuts = 4;

    private static readonly string[] GuestMarks = [" feat. ", " feat ", " ft. ", " ft ", " featuring "];

    /// <summary>The recording code. Empty if it is not used.</summary>
    public string Isrc { get; init; } = "";

    /// <summary>The MusicBrainz recording. Empty if it is not used.</summary>
    public string Mbid { get; init; } = "";

    /// <summary>The title without decoration and version. Empty if it is not used.</summary>
    public string Title { get; init; } = "";

    /// <summary>The first artist. Empty if it is not used.</summary>
    public string Artist { get; init; } = "";

    /// <summary>The questions for a track, most certain first. The next one is asked if the catalogue has no answer to the one
    /// before.</summary>
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

    // "Halcyon (Live at Wembley) - Remastered 2011" is searched as "Halcyon". Which of its recordings is right is judged afterwards.
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
