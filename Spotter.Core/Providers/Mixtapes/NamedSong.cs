namespace Spotter.Core.Providers.Mixtapes;

/// <summary>A song as the model names it; whether there is one is for the library to say.</summary>
/// <param name="Title">Its title.</param>
/// <param name="Artist">Its artist; empty where the model names none.</param>
/// <param name="Album">Its album, or null.</param>
public sealed record NamedSong(string Title, string Artist, string? Album);
