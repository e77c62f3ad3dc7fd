namespace Spotter.Core.Providers;

/// <summary>What is known about a library from its last read.</summary>
/// <param name="Stamp">The stamp of that read.</param>
/// <param name="Cursor">The cursor that it returned.</param>
/// <param name="SongCount">The number of known songs.</param>
public sealed record KnownLibrary(string Stamp, string Cursor, int SongCount);
