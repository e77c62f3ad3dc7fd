namespace Spotter.Benchmarks.Speed;

/// <summary>A song as a plain scan reads it, in lower case.</summary>
internal readonly record struct PlainSong(string Title, string Artist);
