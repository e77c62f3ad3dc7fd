namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs with the same recording code.</summary>
internal sealed class IsrcTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Isrc;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => context.Query.Track.Isrc is { } isrc
            ? IdentifierEvidence.Weigh(context.Judge(context.Index.WithIsrc(isrc, context.Probes[0])))
            : TierFinding.Nothing;
}
