namespace Spotter.Core.Sources;

/// <summary>What the music server tells of where its songs lie.</summary>
/// <param name="AreReal">Whether the paths are those of the files; false where the server makes them up, null where it tells none.</param>
/// <param name="MusicFolder">The folder that all songs lie below, with its slash at the end; empty where the server tells paths below it alone.</param>
public sealed record SongPaths(bool? AreReal, string MusicFolder);
