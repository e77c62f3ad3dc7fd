using Spotter.Core.Background;

namespace Spotter.Core.Catalogue;

/// <summary>How old an answer may become before the same is asked again, for a track that still waits.</summary>
internal static class CatalogueAge
{
    /// <summary>What is known changes seldom.</summary>
    public static readonly TimeSpan OfKnown = TimeSpan.FromDays(180);

    /// <summary>What is not known may be entered any day, mostly while it is new.</summary>
    public static readonly TimeSpan OfUnknown = TimeSpan.FromDays(30);

    /// <summary>Whether an answer still counts. One from the future does not: the clock was wrong then, or is now.</summary>
    public static bool IsFresh(DateTimeOffset askedAt, bool isKnown, DateTimeOffset now)
        => askedAt <= now && Recency.IsRecent(now, askedAt, isKnown ? OfKnown : OfUnknown);
}
