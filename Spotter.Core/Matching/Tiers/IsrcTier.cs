namespace Spotter.Core.Matching.Tiers;

/// <summary>Finds songs with the same recording code.</summary>
internal sealed class IsrcTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Isrc;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => context.Query.Isrcs is { Count: > 0 } codes
            ? IdentifierEvidence.Weigh(codes.SelectMany(code => context.Judge(context.Index.WithIsrc(code, context.Probes[0]))))
            : TierFinding.Nothing;
}
