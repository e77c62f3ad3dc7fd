using Spotter.Core.Matching.Indexing;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs that are close: another spelling, a subtitle more or less, Latin letters for others; and other versions, for review.</summary>
internal sealed class FuzzyTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Fuzzy;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
    {
        var searches = new NearSearch[context.Probes.Count];
        var judgements = new List<Judgement>();
        for (var i = 0; i < searches.Length; i++)
        {
            searches[i] = context.Index.Near(context.Probes[i]);
            Judge(context, searches[i].Songs, judgements);
        }

        // Most artists are written as in the library: only where that leads nowhere are misspelt names looked for.
        if (judgements.Exists(judgement => judgement.MayBeAutomatic))
        {
            return new(judgements);
        }

        judgements.Clear();
        foreach (var search in searches)
        {
            search.LookForAlikeNames();
            Judge(context, search.Songs, judgements);
        }

        // What has the very title is not called missing because its artist is written quite otherwise.
        if (!judgements.Exists(judgement => judgement.MayBeAutomatic))
        {
            foreach (var probe in context.Probes)
            {
                Judge(context, context.Index.Titled(probe), judgements);
            }
        }

        return new(judgements);
    }

    private static void Judge(MatchContext context, IReadOnlyList<SongReading> songs, List<Judgement> judgements)
    {
        foreach (var judgement in context.Judge(songs, song => HasLikeTitle(context, song)))
        {
            if (judgement.PassesFloors)
            {
                judgements.Add(judgement);
            }
        }
    }

    // Most of what an artist has recorded is another song: no need to judge it in full.
    private static bool HasLikeTitle(MatchContext context, SongReading song)
    {
        foreach (var way in context.Ways)
        {
            if (TitleComparison.Compare(way.Title, song.Title).Relation != TitleRelation.Different
                || (song.Written != song.Title && TitleComparison.Compare(way.Title, song.Written).Relation == TitleRelation.Equal))
            {
                return true;
            }
        }

        foreach (var (_, title) in song.Others)
        {
            if (TitleComparison.Compare(context.Ways[0].Title, title).Relation == TitleRelation.Equal)
            {
                return true;
            }
        }

        return false;
    }
}
