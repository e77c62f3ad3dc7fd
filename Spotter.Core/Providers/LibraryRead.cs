using Spotter.Core.Matching.Indexing;

namespace Spotter.Core.Providers;

/// <summary>A library read from end to end.</summary>
/// <param name="Songs">Every song, each id once.</param>
/// <param name="Stamp">The stamp before and after the read, which were the same.</param>
public sealed record LibraryRead(SongTable Songs, LibraryStamp Stamp)
{
    /// <summary>From where later changes can be read, in the server's own words; null where it cannot tell them.</summary>
    public string? Cursor { get; init; }
}
