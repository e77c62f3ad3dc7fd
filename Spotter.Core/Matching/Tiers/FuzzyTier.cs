using Spotter.Core.Matching.Indexing;
using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Finds similar songs: different spellings, an additional subtitle, other scripts, and other versions, for review.</summary>
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

        // Most artists are spelt as in the library: misspelt names are searched for only if that finds nothing to write.
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

        // A song with exactly the title must not be called missing because its artist is written very differently.
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

    // Most songs of an artist have a different title: they need no full judgement.
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
