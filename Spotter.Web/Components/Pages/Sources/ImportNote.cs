namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Files of an archive that are no playlists, and were left out.</summary>
/// <param name="FileName">The archive.</param>
/// <param name="Files">The files in it with the reason for each, at most as many as are worth showing.</param>
/// <param name="Count">How many they are.</param>
public sealed record ImportNote(string FileName, IReadOnlyList<(string Name, string Reason)> Files, int Count);
