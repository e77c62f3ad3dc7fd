namespace Spotter.Core.Matching.Tiers;

/// <summary>The user's own decision. A pin whose song is gone is asked about, never replaced.</summary>
internal sealed class PinTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Pin;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
    {
        var isGone = false;
        foreach (var decision in context.Query.Decisions)
        {
            if (decision is not { Kind: PinKind.Pin, Song: { } pinned })
            {
                continue;
            }

            if (SongIdentity.FindAgain(context.Index, pinned) is { } song)
            {
                // The parts are told as they are; that it is right, the user has said.
                var judgement = MatchScorer.Judge(context.Track, song);
                return new([judgement with { Score = judgement.Score with { Confidence = 1 }, PassesFloors = true, Waits = null }]);
            }

            isGone = true;
        }

        return isGone ? new([], MatchReason.PinnedSongGone) : TierFinding.Nothing;
    }
}
