namespace Spotter.Web.Components.Pages.Sources;

/// <summary>Files of an archive that are not playlists and were skipped.</summary>
/// <param name="FileName">The archive.</param>
/// <param name="Files">The first of these files, with the reason for each.</param>
/// <param name="Count">The total number.</param>
public sealed record ImportNote(string FileName, IReadOnlyList<(string Name, string Reason)> Files, int Count);
