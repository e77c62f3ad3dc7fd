using Spotter.Core.Tracks;

namespace Spotter.Core.Providers;

/// <summary>A library read from end to end.</summary>
/// <param name="Songs">Every song, each id once.</param>
/// <param name="Stamp">The stamp before and after the read, which were the same.</param>
public sealed record LibraryRead(IReadOnlyList<Song> Songs, LibraryStamp Stamp);
