using Spotter.Core.Matching.Indexing;

namespace Spotter.Core.Providers;

/// <summary>A completely read library.</summary>
/// <param name="Songs">Every song, each id once.</param>
/// <param name="Stamp">The stamp before and after the read, which were equal.</param>
public sealed record LibraryRead(SongTable Songs, LibraryStamp Stamp)
{
    /// <summary>Where later changes begin, in the server's own notation. Null if the server cannot report changes.</summary>
    public string? Cursor { get; init; }
}
