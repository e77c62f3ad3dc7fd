using Spotter.Core.Matching.Aliases;
using Spotter.Core.Matching.Text;
using Spotter.Core.Matching.Tiers;
using Spotter.Core.Tracks;

namespace Spotter.Core.Matching;

/// <summary>Finds the song for a source track. Pure and thread-safe: the same query gives the same result, whatever the order of the
/// library.</summary>
public sealed class TrackMatcher(LibraryIndex index, MatchOptions options)
{
    // A confidence is a sum: equal ones may differ in the last bit.
    private const double Rounding = 1e-9;

    // The order is the priority: a tier is asked only where every tier above it found nothing that may be written.
    private readonly IMatchTier[] _tiers = [new PinTier(), new PathTier(), new IsrcTier(), new MbidTier(), new ExactTier(), new FuzzyTier()];

    /// <summary>The library that is searched.</summary>
    public LibraryIndex Index { get; } = index;

    /// <summary>The current thresholds.</summary>
    public MatchOptions Options { get; } = options;

    /// <summary>Finds the song for one source track.</summary>
    public MatchResult Match(MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Decisions.Any(decision => decision.Kind == PinKind.Never))
        {
            return new(MatchZone.None, null, null, null, MatchReason.NeverMatch, []);
        }

        // Most tracks have no other names, and most tracks with other names are found without them.
        var asGiven = query.Aliases is null ? query : query with { Aliases = null };
        var result = MatchAsWritten(asGiven);
        result = result.Zone == MatchZone.None && WithSidesSwapped(asGiven) is { } swapped ? swapped : result;
        result = query.Aliases is { } aliases && result.Zone != MatchZone.Auto ? AliasMatching.Better(query, aliases, result, Options, MatchAsWritten) : result;
        return WithAllowances(query, result) ?? result;
    }

    // Only if nothing that was asked for is there, and only if the allowed doubt is all that keeps the song from being written.
    private MatchResult? WithAllowances(MatchQuery query, MatchResult strict)
        => query.Allows != MatchAllowances.None
            && strict is { Zone: MatchZone.Review, Reason: MatchReason.DifferentVersion or MatchReason.VersionUnsure or MatchReason.LengthUnsure }
            && MatchAsWritten(query with { Aliases = null }, query.Allows) is { Zone: MatchZone.Auto, Reason: MatchReason.AllowedVersion or MatchReason.AllowedLength } allowed
                ? allowed
                : null;

    // Title and artist swapped, as in lists that were read the wrong way round. Only if nothing else was found, and both are then the same.
    private MatchResult? WithSidesSwapped(MatchQuery query)
    {
        foreach (var other in OtherWaysRound(query.Track))
        {
            // A title that names the artist itself outweighs the artist beside it, which may have been a piece of the title: the 3 of "Tides - Pt. 3".
            if (MatchAsWritten(query with { Track = other }) is { Zone: MatchZone.Auto, Reason: MatchReason.SameTitleAndArtist, Song: { } song } result
                && ArtistSimilarity.Of(ArtistCredits.Of(other.Artists), ArtistCredits.Of(song.Artists is [] ? [song.Artist] : song.Artists)) >= MatchScorer.SameArtist)
            {
                return result with { Reason = MatchReason.SidesSwapped };
            }
        }

        return null;
    }

    private static IEnumerable<SourceTrack> OtherWaysRound(SourceTrack track)
    {
        const string dash = " - ";
        if (track.Artists is not [{ Length: > 0 } artist])
        {
            yield break;
        }

        yield return track with { Title = artist, Artists = [track.Title] };

        // "Tides - Part Two - Ada" was cut at its first dash, and "Ada - Tides - Live" at its last.
        if (track.Title.LastIndexOf(dash, StringComparison.Ordinal) is > 0 and var last)
        {
            yield return track with { Title = artist + dash + track.Title[..last], Artists = [track.Title[(last + dash.Length)..]] };
        }

        if (track.Title.IndexOf(dash, StringComparison.Ordinal) is > 0 and var first)
        {
            yield return track with { Title = track.Title[(first + dash.Length)..] + dash + artist, Artists = [track.Title[..first]] };
        }
    }

    private MatchResult MatchAsWritten(MatchQuery query) => MatchAsWritten(query, MatchAllowances.None);

    private MatchResult MatchAsWritten(MatchQuery query, MatchAllowances allows)
    {
        var context = new MatchContext(Index, query, allows);
        var ranking = new CandidateRanking(context.Track);
        MatchReason? obstacle = null;
        MatchTier? obstructing = null;
        foreach (var tier in _tiers)
        {
            var finding = tier.Find(context);
            ranking.Add(tier.Tier, finding.Judgements);
            if (obstacle is null && finding.Obstacle is { } found)
            {
                (obstacle, obstructing) = (found, tier.Tier);
            }

            if (obstacle is null && finding.Judgements.Count > 0 && ranking.InOrder() is var ranked && Choose(ranking, ranked) is { } choice)
            {
                return new(MatchZone.Auto, choice.Song.Song, choice.Tier, choice.Score, ReasonOf(choice), CandidateRanking.Best(ranked, Options, choice));
            }
        }

        return Unsure(ranking.InOrder(), obstacle, obstructing);
    }

    // The best candidate, if nothing forbids it and no other recording comes close. If several songs have that recording, the most fitting
    // one.
    private RankedCandidate? Choose(CandidateRanking ranking, IReadOnlyList<RankedCandidate> ranked)
    {
        if (ranked.Count == 0 || !IsSureEnough(ranked[0]))
        {
            return null;
        }

        var best = ranked[0];
        return ranking.Preferred(ranked.Where(candidate
            => candidate.Tier == best.Tier && candidate.Recording == best.Recording && IsSureEnough(candidate)));
    }

    private bool IsSureEnough(RankedCandidate candidate)
        => candidate.Judgement.MayBeAutomatic && candidate.Confidence >= Options.MinMatchConfidence - Rounding;

    private MatchResult Unsure(IReadOnlyList<RankedCandidate> ranked, MatchReason? obstacle, MatchTier? obstructing)
    {
        var candidates = CandidateRanking.Best(ranked, Options, null);
        if (candidates.Count == 0)
        {
            return obstacle is { } only
                ? new(MatchZone.Review, null, obstructing, null, only, [])
                : new(MatchZone.None, null, null, null, MatchReason.NotInLibrary, []);
        }

        var best = ranked.First(candidate => candidate.Song.Song.Id == candidates[0].Song.Id);
        var reason = obstacle
            ?? (IsSureAlone(best.Judgement) ? MatchReason.TooCloseToCall
                : best.Judgement.Waits ?? MatchReason.NotSureEnough);
        return new(MatchZone.Review, null, obstructing ?? best.Tier, best.Score, reason, candidates);
    }

    private bool IsSureAlone(Judgement judgement)
        => judgement.MayBeAutomatic && judgement.Score.Confidence >= Options.MinMatchConfidence - Rounding;

    private static MatchReason ReasonOf(RankedCandidate choice)
        => choice.Judgement.Allowed is { } doubt ? (doubt == MatchReason.LengthUnsure ? MatchReason.AllowedLength : MatchReason.AllowedVersion)
            : choice.Judgement.IsByPath ? MatchReason.SamePath
            : choice.Tier switch
        {
            MatchTier.Pin => MatchReason.Pinned,
            MatchTier.Isrc => MatchReason.SameIsrc,
            MatchTier.Mbid => MatchReason.SameRecordingMbid,
            MatchTier.Exact => MatchReason.SameTitleAndArtist,
            MatchTier.Fuzzy => MatchReason.CloseTitleAndArtist,
        };
}
