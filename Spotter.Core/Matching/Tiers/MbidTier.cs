namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs with the same MusicBrainz recording.</summary>
internal sealed class MbidTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Mbid;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => context.Query.Track.RecordingMbid is { } mbid
            ? IdentifierEvidence.Weigh(context.Judge(context.Index.WithMbid(mbid, context.Probes[0])))
            : TierFinding.Nothing;
}
