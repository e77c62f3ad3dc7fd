using Spotter.Core.Matching;
using Spotter.Core.Matching.Aliases;
using Spotter.Core.Tracks;

namespace Spotter.Core.Catalogue;

/// <summary>The catalogue's answers about some tracks.</summary>
public sealed class CatalogueKnowledge
{
    // Limits for results of a search: a song has few recordings of one length, and an artist line few artists.
    private const int MostLookedUp = 2;
    private const int MostArtists = 4;

    private readonly Dictionary<string, CatalogueAnswer> _answers;
    private readonly Dictionary<string, CatalogueArtist> _artists;

    internal CatalogueKnowledge(IEnumerable<CatalogueAnswer> answers, IEnumerable<CatalogueArtist> artists)
    {
        _answers = answers.ToDictionary(answer => answer.Key, StringComparer.Ordinal);
        _artists = artists.ToDictionary(artist => artist.Mbid, StringComparer.Ordinal);
    }

    /// <summary>No answers.</summary>
    public static CatalogueKnowledge None { get; } = new([], []);

    /// <summary>The other names of a track, or null if none are known.</summary>
    public TrackAliases? AliasesOf(SourceTrack track)
        => _answers.Count > 0 && FirstKnown(track) is { } known ? TrackAliases.Of(track, known.Meant, NamesOf) : null;

    /// <summary>The next thing to ask about a track: a question, or an artist by id. Neither if everything useful is known.</summary>
    /// <param name="track">The track.</param>
    /// <param name="now">The current time. Answers that are too old are asked again.</param>
    internal (CatalogueQuestion? Question, string? ArtistMbid) NextFor(SourceTrack track, DateTimeOffset now)
    {
        foreach (var question in CatalogueQuestion.Of(track))
        {
            if (!IsFresh(question, now))
            {
                return (question, null);
            }

            if (RelevantTo(track, question) is not { Count: > 0 } meant)
            {
                continue;
            }

            // A search returns neither all codes nor the titles in other scripts.
            foreach (var recording in question.Kind == CatalogueQuestionKind.Names ? meant.Take(MostLookedUp) : [])
            {
                if (CatalogueQuestion.OfRecording(recording.Mbid) is var whole && !IsFresh(whole, now))
                {
                    return (whole, null);
                }
            }

            var unknown = ArtistsOf(track, meant).FirstOrDefault(mbid => !(_artists.TryGetValue(mbid, out var known) && CatalogueAge.IsFresh(known.AskedAt, known.Artist is not null, now)));
            return (null, unknown);
        }

        return (null, null);
    }

    /// <summary>When the last useful answer about the track was received. Null if there is none.</summary>
    internal DateTimeOffset? LearntAt(SourceTrack track)
        => FirstKnown(track) is { } known && TrackAliases.Of(track, known.Meant, NamesOf) is not null
            ? known.Meant.Select(recording => CatalogueQuestion.OfRecording(recording.Mbid).Key).Append(known.Question.Key)
                .Select(key => _answers.GetValueOrDefault(key)?.AskedAt)
                .Concat(ArtistsOf(track, known.Meant).Select(mbid => _artists.GetValueOrDefault(mbid)?.AskedAt)).Max()
            : null;

    // A question counts only if the ones before it have no relevant answer.
    private (CatalogueQuestion Question, IReadOnlyList<KnownRecording> Meant)? FirstKnown(SourceTrack track)
    {
        foreach (var question in CatalogueQuestion.Of(track))
        {
            if (RelevantTo(track, question) is { Count: > 0 } meant)
            {
                return (question, meant);
            }
        }

        return null;
    }

    private IEnumerable<string> ArtistsOf(SourceTrack track, IReadOnlyList<KnownRecording> meant)
        => TrackAliases.CreditsOf(TrackReading.Of(track), meant, NamesOf).Select(credit => credit.ArtistMbid).Distinct(StringComparer.Ordinal).Take(MostArtists);

    private bool IsFresh(CatalogueQuestion question, DateTimeOffset now)
        => _answers.TryGetValue(question.Key, out var answer) && CatalogueAge.IsFresh(answer.AskedAt, answer.Recordings.Count > 0, now);

    private IReadOnlyList<KnownRecording> RelevantTo(SourceTrack track, CatalogueQuestion question)
        => _answers.TryGetValue(question.Key, out var answer)
            ? [.. RelevantRecordings.Of(track, question.Kind, answer.Recordings, NamesOf).Select(InFull)]
            : [];

    // The lookup of a recording has more details than a search, and no search score.
    private KnownRecording InFull(KnownRecording recording)
        => _answers.TryGetValue(CatalogueQuestion.OfRecording(recording.Mbid).Key, out var answer) && answer.Recordings is [var whole, ..] ? whole : recording;

    private KnownArtist? NamesOf(string mbid) => _artists.GetValueOrDefault(mbid)?.Artist;
}
