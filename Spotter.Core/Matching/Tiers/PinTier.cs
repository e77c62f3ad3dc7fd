namespace Spotter.Core.Matching.Tiers;

/// <summary>Applies the user's own decision. If a pinned song is gone, the user is asked; it is never replaced.</summary>
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
                // The parts are shown as they are. The user has decided that the song is right.
                var judgement = MatchScorer.Judge(context.Track, song);
                return new([judgement with { Score = judgement.Score with { Confidence = 1 }, PassesFloors = true, Waits = null }]);
            }

            isGone = true;
        }

        return isGone ? new([], MatchReason.PinnedSongGone) : TierFinding.Nothing;
    }
}
