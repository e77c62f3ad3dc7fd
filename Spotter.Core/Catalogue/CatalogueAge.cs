using Spotter.Core.Background;

namespace Spotter.Core.Catalogue;

/// <summary>How old an answer may become before the question is asked again for a track that still waits.</summary>
internal static class CatalogueAge
{
    /// <summary>Existing entries rarely change.</summary>
    public static readonly TimeSpan OfKnown = TimeSpan.FromDays(180);

    /// <summary>A missing entry may be added any day, most likely while the recording is new.</summary>
    public static readonly TimeSpan OfUnknown = TimeSpan.FromDays(30);

    /// <summary>Whether an answer is still valid. One from the future is not: the clock was wrong then, or is now.</summary>
    public static bool IsFresh(DateTimeOffset askedAt, bool isKnown, DateTimeOffset now)
        => askedAt <= now && Recency.IsRecent(now, askedAt, isKnown ? OfKnown : OfUnknown);
}
