namespace Spotter.Core.Providers;

/// <summary>What is known of a library from its last read.</summary>
/// <param name="Stamp">The stamp of that read.</param>
/// <param name="Cursor">The cursor that it gave.</param>
/// <param name="SongCount">How many songs are known.</param>
public sealed record KnownLibrary(string Stamp, string Cursor, int SongCount);
