namespace Spotter.Core.Matching.Tiers;

/// <summary>Finds songs with the same MusicBrainz recording.</summary>
internal sealed class MbidTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Mbid;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => context.Query.RecordingMbids is { Count: > 0 } codes
            ? IdentifierEvidence.Weigh(codes.SelectMany(code => context.Judge(context.Index.WithMbid(code, context.Probes[0]))), context.Query.Track.IsNamedByMbid)
            : TierFinding.Nothing;
}
