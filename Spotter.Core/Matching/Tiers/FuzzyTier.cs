using Spotter.Core.Matching.Text;

namespace Spotter.Core.Matching.Tiers;

/// <summary>Songs that are close: another spelling, a subtitle more or less, Latin letters for others; and other versions, for review.</summary>
internal sealed class FuzzyTier : IMatchTier
{
    /// <inheritdoc/>
    public MatchTier Tier => MatchTier.Fuzzy;

    /// <inheritdoc/>
    public TierFinding Find(MatchContext context)
        => new([.. context.Judge(Around(context).Where(song => HasLikeTitle(context, song))).Where(judgement => judgement.PassesFloors)]);

    // Most of what an artist has recorded is another song: no need to judge it in full.
    private static bool HasLikeTitle(MatchContext context, SongReading song)
    {
        foreach (var (title, _) in context.Ways)
        {
            if (TitleComparison.Compare(title, song.Title).Relation != TitleRelation.Different)
            {
                return true;
            }
        }

        return false;
    }

    // By the artist where the title may be damaged, by the title where the artist may be, by its pieces where both may be.
    private static IEnumerable<SongReading> Around(MatchContext context)
    {
        var index = context.Index;
        foreach (var (title, artists) in context.Ways)
        {
            foreach (var key in new[] { title.Key, title.BaseKey }.Distinct())
            {
                foreach (var song in index.WithTitle(key))
                {
                    yield return song;
                }
            }

            foreach (var name in artists.Names)
            {
                foreach (var song in index.WithArtist(name.Key).Concat(name.LatinKey is { } latin ? index.WithArtist(latin) : []))
                {
                    yield return song;
                }
            }

            foreach (var song in index.WithTitleLike(title.Key).Concat(title.LatinKey is { } latinTitle ? index.WithTitleLike(latinTitle) : []))
            {
                yield return song;
            }
        }
    }
}
