namespace Spotter.Core.Providers.Mixtapes;

/// <summary>A song as the model names it. Only the library knows whether it exists.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Artist">Its artist. Empty if the model names none.</param>
/// <param name="Album">Its album, or null.</param>
public sealed record NamedSong(string Title, string Artist, string? Album);
