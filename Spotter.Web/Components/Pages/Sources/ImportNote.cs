namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Files of an archive that are no playlists, and were left out.</summary>
/// <param name="FileName">The archive.</param>
/// <param name="Names">The files in it, at most as many as are worth showing.</param>
/// <param name="Count">How many they are.</param>
public sealed record ImportNote(string FileName, IReadOnlyList<string> Names, int Count);
