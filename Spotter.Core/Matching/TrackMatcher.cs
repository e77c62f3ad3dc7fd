using Spotter.Core.Matching.Text;
using Spotter.Core.Matching.Tiers;

namespace Spotter.Core.Matching;

/// <summary>Finds the song that a source track means. Pure and thread-safe: the same question gets the same answer, whatever the library's order.</summary>
public sealed class TrackMatcher(LibraryIndex index, MatchOptions options)
{
    // A lead is a difference of sums: what is equal on paper may differ in the last bit.
    private const double Rounding = 1e-9;

    // The order is the priority: a tier is asked only where every tier above it found nothing that may be written.
    private readonly IMatchTier[] _tiers = [new PinTier(), new IsrcTier(), new MbidTier(), new ExactTier(), new FuzzyTier()];

    /// <summary>The library that is searched.</summary>
    public LibraryIndex Index { get; } = index;

    /// <summary>The thresholds in force.</summary>
    public MatchOptions Options { get; } = options;

    /// <summary>What the library holds for one source track.</summary>
    public MatchResult Match(MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(query);
        if (query.Decisions.Any(decision => decision.Kind == PinKind.Never))
        {
            return new(MatchZone.None, null, null, null, MatchReason.NeverMatch, []);
        }

        var context = new MatchContext(Index, query);
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

            if (obstacle is null && Choose(ranking) is { } choice)
            {
                return new(MatchZone.Auto, choice.Song.Song, choice.Tier, choice.Judgement.Score, ReasonOf(choice.Tier), ranking.Best(Options, choice));
            }
        }

        return Unsure(ranking, obstacle, obstructing);
    }

    // The best candidate, where nothing forbids it and no other recording comes near; of several songs with that recording the most fitting.
    private RankedCandidate? Choose(CandidateRanking ranking)
    {
        var ranked = ranking.InOrder();
        if (ranked.Count == 0 || !IsSureEnough(ranked[0]))
        {
            return null;
        }

        var best = ranked[0];
        var others = ranked.Where(candidate => !RecordingChoice.IsSameRecording(best.Song, candidate.Song));
        return others.Any(other => best.Confidence - other.Confidence < Options.MinLead - Rounding)
            ? null
            : ranked
                .Where(candidate => candidate.Tier == best.Tier && IsSureEnough(candidate))
                .Where(candidate => RecordingChoice.IsSameRecording(best.Song, candidate.Song))
                .MinBy(candidate => candidate.Song, ranking.Preference);
    }

    private bool IsSureEnough(RankedCandidate candidate)
        => candidate.Judgement.MayBeAutomatic && candidate.Confidence >= Options.MinMatchConfidence - Rounding;

    private MatchResult Unsure(CandidateRanking ranking, MatchReason? obstacle, MatchTier? obstructing)
    {
        var candidates = ranking.Best(Options, null);
        if (candidates.Count == 0)
        {
            return obstacle is { } only
                ? new(MatchZone.Review, null, obstructing, null, only, [])
                : new(MatchZone.None, null, null, null, MatchReason.NotInLibrary, []);
        }

        var best = ranking.InOrder()[0];
        var reason = obstacle
            ?? (IsSureEnough(best) ? MatchReason.TooCloseToCall
                : best.Judgement.Version == VersionAgreement.Different ? MatchReason.DifferentVersion
                : MatchReason.NotSureEnough);
        return new(MatchZone.Review, null, obstructing ?? best.Tier, best.Judgement.Score, reason, candidates);
    }

    private static MatchReason ReasonOf(MatchTier tier)
        => tier switch
        {
            MatchTier.Pin => MatchReason.Pinned,
            MatchTier.Isrc => MatchReason.SameIsrc,
            MatchTier.Mbid => MatchReason.SameRecordingMbid,
            MatchTier.Exact => MatchReason.SameTitleAndArtist,
            MatchTier.Fuzzy => MatchReason.CloseTitleAndArtist,
        };
}
